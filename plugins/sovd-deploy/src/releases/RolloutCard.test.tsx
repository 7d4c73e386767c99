import { describeStories } from '../__testUtils__/describeStories';
import * as stories from './RolloutCard.stories';

describeStories(stories);
