import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { sovdDeployPermissions } from '@sovd/plugin-sovd-deploy-common';
import { TestProviders } from './__testUtils__/TestProviders';
import { createSovdDeployPlugin } from './createSovdDeployPlugin';
import { environmentResourceRef, environmentRules } from './permissions';

const target = {
  name: 'sandbox',
  title: 'Sandbox',
  cluster: 'embedded',
  clusterMode: 'create',
  region: 'us-east-1',
  accountId: '123456789012',
  imageRepositoryPattern: 'localhost:15000/{owner}/{name}-{component}',
  engines: ['cloudformation'],
  strategies: ['rolling'],
  databaseClasses: ['db.t3.medium'],
  kubernetesVersions: ['1.36'],
  repositories: { type: 'gitea', host: 'localhost:15930', owner: 'sovd' },
  deployer: { tokenFile: '/run/token' },
};
const cluster = {
  name: 'embedded',
  url: 'https://127.0.0.1:16443',
  serviceAccountToken: 'read-only',
};
const data = {
  kubernetes: {
    clusterLocatorMethods: [{ type: 'config', clusters: [cluster] }],
  },
  integrations: {
    gitea: [{ host: 'localhost:15930', baseUrl: 'http://localhost:15930' }],
  },
  sovdDeploy: { targets: [target] },
};

describe('createSovdDeployPlugin', () => {
  const startWith = async (create = () => new TestProviders()) => {
    const addResourceType = jest.fn();
    const registry = mockServices.permissionsRegistry.mock({
      addResourceType,
      getPermissionRuleset: () => ({
        resourceRef: environmentResourceRef,
        getRuleByName: () => environmentRules.isEnvironmentOwner,
      }),
    } as never);
    const backend = await startTestBackend({
      features: [
        createSovdDeployPlugin(create),
        mockServices.rootConfig.factory({ data }),
        registry.factory,
        createServiceFactory({
          service: signalsServiceRef,
          deps: {},
          factory: () => ({ publish: async () => {} }),
        }),
      ],
    });
    return { backend, addResourceType };
  };

  it('gives its providers what was configured, starts them, and stops them with the backend', async () => {
    const providers = new TestProviders();
    const start = jest.spyOn(providers, 'start');
    const stop = jest.spyOn(providers, 'stop');
    const create = jest.fn(() => providers);
    const { backend } = await startWith(create);
    expect(create).toHaveBeenCalledTimes(1);
    expect(create).toHaveBeenCalledWith(
      expect.objectContaining({
        deploy: expect.objectContaining({
          targets: [expect.objectContaining({ name: 'sandbox' })],
        }),
      }),
    );
    expect(start).toHaveBeenCalledTimes(1);
    expect(stop).not.toHaveBeenCalled();
    await backend.stop();
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('lets policies judge environments by its permissions and rules', async () => {
    const { addResourceType } = await startWith();
    expect(addResourceType).toHaveBeenCalledTimes(1);
    const [type] = addResourceType.mock.calls[0];
    expect(type).toMatchObject({
      resourceRef: environmentResourceRef,
      permissions: sovdDeployPermissions,
      rules: Object.values(environmentRules),
    });
    await expect(
      type.getResources(['resource:default/nobody-knows']),
    ).resolves.toEqual([undefined]);
  });

  it('does not start without its providers', async () => {
    await expect(
      startWith(() => {
        throw new Error('No helm at /nowhere');
      }),
    ).rejects.toThrow('No helm at /nowhere');
  });
});
