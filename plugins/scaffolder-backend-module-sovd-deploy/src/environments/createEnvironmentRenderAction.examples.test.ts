import { describeExamples } from '../__testUtils__/describeExamples';
import { createEnvironmentRenderAction } from './createEnvironmentRenderAction';

describeExamples(createEnvironmentRenderAction);
