import { describeStories } from '../__testUtils__/describeStories';
import * as stories from './Headline.stories';

describeStories(stories);
