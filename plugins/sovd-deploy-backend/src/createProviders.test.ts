import { mockServices } from '@backstage/backend-test-utils';
import { proposeEnvironment, testTarget } from './__testUtils__/testTarget';
import { createProviders } from './createProviders';

const { signal } = new AbortController();

describe('createProviders', () => {
  function create() {
    return createProviders({
      config: mockServices.rootConfig(),
      deploy: { helm: '/nowhere/helm', targets: [testTarget], gitHosts: [] },
      logger: mockServices.logger.mock(),
    });
  }

  it('provides every engine that a target can offer today', () => {
    const engines = create().provisioners.map(({ engine }) => engine);
    expect(engines).toEqual(['cloudformation']);
  });

  it('names a target that is no longer configured, whoever is asked', async () => {
    const { deployer, provisioners } = create();
    const environment = proposeEnvironment();
    environment.answers.target = 'gone';
    const gone =
      'Target gone of fleet-staging is no longer in sovdDeploy.targets';
    await expect(deployer.read(environment, signal)).rejects.toThrow(gone);
    await expect(provisioners[0].read(environment)).rejects.toThrow(gone);
  });

  it('says which clusters nobody watches', async () => {
    const { observer } = create();
    expect(
      observer.observe({ cluster: 'other', namespace: 'a', releaseName: 'a' }),
    ).toMatchObject({ staleReason: expect.stringContaining('other') });
  });
});
