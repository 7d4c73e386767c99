import { describeExamples } from '../__testUtils__/describeExamples';
import { createEnvironmentRegisterAction } from './createEnvironmentRegisterAction';

describeExamples(createEnvironmentRegisterAction);
