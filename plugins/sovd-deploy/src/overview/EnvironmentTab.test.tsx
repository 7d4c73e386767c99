import { describeStories } from '../__testUtils__/describeStories';
import * as stories from './EnvironmentTab.stories';

describeStories(stories);
