import { describeExamples } from '../__testUtils__/describeExamples';
import { createStampRenderAction } from './createStampRenderAction';

describeExamples(createStampRenderAction);
