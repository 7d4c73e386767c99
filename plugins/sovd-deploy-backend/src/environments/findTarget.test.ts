import { proposeEnvironment, testTarget } from '../__testUtils__/testTarget';
import { findTarget } from './findTarget';

it('finds the target of an environment, or names what is missing', () => {
  const environment = proposeEnvironment();
  expect(findTarget([testTarget], environment)).toBe(testTarget);
  expect(() => findTarget([], environment)).toThrow(
    'Target sandbox of fleet-staging is no longer in sovdDeploy.targets',
  );
});
