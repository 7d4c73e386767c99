import { describeExamples } from '../__testUtils__/describeExamples';
import { createChangeApplyAction } from './createChangeApplyAction';

describeExamples(createChangeApplyAction);
