import { FakeStackProvisioner } from './FakeStackProvisioner';
import { stackProvisionerContract } from '../__testUtils__/stackProvisionerContract';
import { testEnvironment } from '../__testUtils__/testEnvironment';

describe('FakeStackProvisioner', () => {
  stackProvisionerContract(async () => {
    const provisioner = new FakeStackProvisioner();
    const environment = testEnvironment('fleet');
    return {
      provisioner,
      environment,
      template: 'one',
      changedTemplate: 'two',
      failNext: async () => {
        const cause = 'Database (AWS::RDS::DBInstance): quota';
        provisioner.failNext(environment.stackName, cause);
        return cause;
      },
    };
  });
});
