import { describeExamples } from '../__testUtils__/describeExamples';
import { createEnvironmentValidateAction } from './createEnvironmentValidateAction';

describeExamples(createEnvironmentValidateAction);
