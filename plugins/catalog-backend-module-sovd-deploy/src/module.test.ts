import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import type { CatalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import catalogModuleSovdDeploy from './index';

it('gives the catalog one provider, on the configured schedule', async () => {
  const addEntityProvider = jest.fn();
  const scheduler = mockServices.scheduler.mock();
  const schedule = { frequency: { seconds: 30 }, timeout: { seconds: 20 } };
  const catalog: Pick<CatalogProcessingExtensionPoint, 'addEntityProvider'> = {
    addEntityProvider,
  };
  await startTestBackend({
    extensionPoints: [[catalogProcessingExtensionPoint, catalog]],
    features: [
      catalogModuleSovdDeploy,
      scheduler.factory,
      mockServices.rootConfig.factory({
        data: { catalog: { providers: { sovdDeploy: { schedule } } } },
      }),
    ],
  });
  const [[provider]] = addEntityProvider.mock.calls;
  expect(provider.getProviderName()).toBe('sovd-deploy-environments');
  expect(scheduler.createScheduledTaskRunner.mock.calls[0][0]).toMatchObject(
    schedule,
  );
});
