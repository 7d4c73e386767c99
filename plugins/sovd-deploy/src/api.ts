import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { SovdDeployClient } from '@sovd/plugin-sovd-deploy-common';
import type { SovdDeployApi } from '@sovd/plugin-sovd-deploy-common';

/** The sovd-deploy backend, as the person who is signed in may use it. @public */
export const sovdDeployApiRef = createApiRef<SovdDeployApi>().with({
  id: 'plugin.sovd-deploy.service',
  pluginId: 'sovd-deploy',
});

export const sovdDeployApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: sovdDeployApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new SovdDeployClient(deps),
    }),
});
