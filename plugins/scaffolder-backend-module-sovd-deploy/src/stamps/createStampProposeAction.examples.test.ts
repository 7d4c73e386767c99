import { describeExamples } from '../__testUtils__/describeExamples';
import { createStampProposeAction } from './createStampProposeAction';

describeExamples(createStampProposeAction);
