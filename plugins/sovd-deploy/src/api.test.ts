import { createExtensionTester } from '@backstage/frontend-test-utils';
import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { sandboxTarget } from './__testUtils__/environments';
import { sovdDeployApi, sovdDeployApiRef } from './api';

describe('sovdDeployApi', () => {
  const made = () => {
    const factory = createExtensionTester(sovdDeployApi).get(
      ApiBlueprint.dataRefs.factory,
    );
    const fetch = jest.fn(async (_: string) =>
      Response.json({ items: [sandboxTarget] }),
    );
    const api = factory.factory({
      discoveryApi: { getBaseUrl: async (id: string) => `http://portal/${id}` },
      fetchApi: { fetch },
    });
    return { api, factory, fetch };
  };

  it('asks the backend of this plugin as the person who is signed in', async () => {
    const { api, factory, fetch } = made();
    expect(factory.api.id).toBe(sovdDeployApiRef.id);
    const { listTargets } = api as typeof sovdDeployApiRef.T;
    await expect(listTargets.call(api)).resolves.toEqual([sandboxTarget]);
    expect(fetch.mock.calls[0][0]).toBe('http://portal/sovd-deploy/v1/targets');
  });
});
