import { describeStories } from '../__testUtils__/describeStories';
import * as stories from './ChangeLogPage.stories';

describeStories(stories);
