import { describeStories } from '../__testUtils__/describeStories';
import * as stories from './StatusLabel.stories';

describeStories(stories);
