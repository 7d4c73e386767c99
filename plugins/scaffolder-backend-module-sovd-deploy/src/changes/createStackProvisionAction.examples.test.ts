import { describeExamples } from '../__testUtils__/describeExamples';
import { createStackProvisionAction } from './createStackProvisionAction';

describeExamples(createStackProvisionAction);
