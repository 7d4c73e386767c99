import { describeExamples } from '../__testUtils__/describeExamples';
import { createChangePlanAction } from './createChangePlanAction';

describeExamples(createChangePlanAction);
