import { describeExamples } from '../__testUtils__/describeExamples';
import { createStampReadAction } from './createStampReadAction';

describeExamples(createStampReadAction);
