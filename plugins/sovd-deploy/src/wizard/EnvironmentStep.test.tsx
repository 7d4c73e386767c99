import { describeStories } from '../__testUtils__/describeStories';
import * as stories from './EnvironmentStep.stories';

// axe walks through forty questions, twice.
jest.setTimeout(60_000);
describeStories(stories);
