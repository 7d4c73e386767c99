import { describeStories } from '../__testUtils__/describeStories';
import * as stories from './TargetChoice.stories';

describeStories(stories);
