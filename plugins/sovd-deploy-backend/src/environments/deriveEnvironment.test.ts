import { proposeEnvironment, testTarget } from '../__testUtils__/testTarget';

describe('deriveEnvironment', () => {
  it('makes every name from answers and target', () => {
    expect(proposeEnvironment()).toMatchObject({
      entityRef: 'resource:default/fleet-staging',
      name: 'fleet-staging',
      repositoryUrl: 'http://localhost:15930/sovd/fleet',
      region: 'us-east-1',
      accountId: '123456789012',
      cluster: 'embedded',
      namespace: 'fleet-staging',
      releaseName: 'fleet-staging',
      stackName: 'fleet-staging',
    });
  });

  it('follows the namespace pattern of the target', () => {
    const namespacePattern = 'sovd-{environment}-{name}';
    const target = { ...testTarget, namespacePattern };
    expect(proposeEnvironment({}, target).namespace).toBe('sovd-staging-fleet');
  });
});
