import { describeStories } from '../__testUtils__/describeStories';
import * as stories from './ApplicationCard.stories';

describeStories(stories);
