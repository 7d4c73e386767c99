import { describeStories } from '../__testUtils__/describeStories';
import * as stories from './EnvironmentStep.stories';

describeStories(stories);
