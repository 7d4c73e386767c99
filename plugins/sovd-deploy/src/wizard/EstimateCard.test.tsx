import { describeStories } from '../__testUtils__/describeStories';
import * as stories from './EstimateCard.stories';

describeStories(stories);
