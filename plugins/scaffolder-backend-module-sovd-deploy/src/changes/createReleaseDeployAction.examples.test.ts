import { describeExamples } from '../__testUtils__/describeExamples';
import { createReleaseDeployAction } from './createReleaseDeployAction';

describeExamples(createReleaseDeployAction);
