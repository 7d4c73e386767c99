import { describeStories } from '../__testUtils__/describeStories';
import * as stories from './FleetPage.stories';

describeStories(stories);
