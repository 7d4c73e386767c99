import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { SovdDeployApi } from '@sovd/plugin-sovd-deploy-common';
import { applicationFleet } from './applications';
import { virginiaTarget } from './form';
import { healthyOverview } from './overviews';

const entity = (name: string, annotations = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { namespace: 'default', name, annotations },
  spec: { owner: 'group:default/workshop' },
});

/** The System of an application that exists, and one that nobody stamped. */
export const applicationCatalog = catalogApiMock({
  entities: [
    entity('diagnostics', { 'sovd.io/application': 'diagnostics' }),
    entity('billing'),
  ],
});

const staging = applicationFleet.filter(({ name }) => name.endsWith('staging'));

/** A portal with `diagnostics-staging` on the sandbox, on its first network. */
export const applicationAnswers = {
  listTargets: async () => [virginiaTarget],
  listEnvironments: async ({ application } = {}) => {
    const items = application === 'diagnostics' ? staging : [];
    return {
      items,
      total: items.length,
      counts: { healthy: 1, progressing: 0, degraded: 0, unknown: 0 },
      sharedCauses: [],
      owners: [],
      channel: 'fleet',
    };
  },
  getOverview: async () => healthyOverview,
  validate: async () => ({ findings: [] }),
} satisfies Partial<SovdDeployApi>;
