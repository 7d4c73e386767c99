import { describeStories } from '../__testUtils__/describeStories';
import * as stories from './HistoryCard.stories';

describeStories(stories);
