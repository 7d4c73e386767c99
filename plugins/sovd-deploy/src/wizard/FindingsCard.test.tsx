import { describeStories } from '../__testUtils__/describeStories';
import * as stories from './FindingsCard.stories';

describeStories(stories);
