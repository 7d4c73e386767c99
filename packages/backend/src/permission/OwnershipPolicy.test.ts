import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogPermissions } from '@backstage/plugin-catalog-common/alpha';
import { kubernetesPermissions } from '@backstage/plugin-kubernetes-common';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import type { Permission } from '@backstage/plugin-permission-common';
import { scaffolderPermissions } from '@backstage/plugin-scaffolder-common/alpha';
import { sovdDeployPermissions } from '@sovd/plugin-sovd-deploy-common';
import { OwnershipPolicy } from './OwnershipPolicy';

const claims = ['user:default/ada', 'group:default/platform'];
const known: readonly Permission[] = [
  ...catalogPermissions,
  ...kubernetesPermissions,
  ...scaffolderPermissions,
  ...sovdDeployPermissions,
];

/** Decision on each permission that an installed plugin has; a condition by its rule and what it asks. */
const decisions: Record<string, unknown> = {
  'catalog.entity.create': 'DENY',
  'catalog.entity.delete': 'DENY',
  'catalog.entity.read': 'ALLOW',
  'catalog.entity.refresh': ['IS_ENTITY_OWNER', { claims }],
  'catalog.entity.validate': 'DENY',
  'catalog.ingestion.manage': 'DENY',
  'catalog.ingestion.read': 'DENY',
  'catalog.location.analyze': 'DENY',
  'catalog.location.create': 'ALLOW',
  'catalog.location.delete': 'DENY',
  'catalog.location.read': 'ALLOW',
  'kubernetes.clusters.read': 'ALLOW',
  'kubernetes.proxy': 'DENY',
  'kubernetes.resources.read': 'ALLOW',
  'scaffolder.action.execute': 'ALLOW',
  'scaffolder.task.cancel': ['IS_TASK_OWNER', { createdBy: [claims[0]] }],
  'scaffolder.task.create': 'ALLOW',
  'scaffolder.task.read': ['IS_TASK_OWNER', { createdBy: [claims[0]] }],
  'scaffolder.template.dry-run': 'DENY',
  'scaffolder.template.management': 'DENY',
  'scaffolder.template.parameter.read': 'ALLOW',
  'scaffolder.template.step.read': 'ALLOW',
  'sovd.change.apply': ['IS_OWNER', { claims }],
  'sovd.change.plan': ['IS_OWNER', { claims }],
  'sovd.environment.create': ['IS_OWNER', { claims }],
  'sovd.environment.read': 'ALLOW',
};

describe('OwnershipPolicy', () => {
  const credentials = mockCredentials.user('user:default/ada');
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async () => ({
      userEntityRef: 'user:default/ada',
      ownershipEntityRefs: claims,
    }),
  });
  const policy = new OwnershipPolicy(userInfo);

  async function decide(permission: Permission) {
    const decision = await policy.handle(
      { permission },
      {
        credentials,
        info: {
          userEntityRef: 'user:default/ada',
          ownershipEntityRefs: claims,
        },
      },
    );
    if (decision.result !== AuthorizeResult.CONDITIONAL) return decision.result;
    const { conditions } = decision;
    return 'rule' in conditions
      ? [conditions.rule, conditions.params]
      : conditions;
  }

  it.each(known.map(permission => [permission.name, permission] as const))(
    'decides on %s as the table says',
    async (name, permission) => {
      expect(Object.keys(decisions)).toContain(name);
      expect(await decide(permission)).toEqual(decisions[name]);
    },
  );

  it('names no permission that nobody asks for', () => {
    const names = known.map(({ name }) => name);
    for (const name of Object.keys(decisions)) expect(names).toContain(name);
  });

  it('refuses what it does not know', async () => {
    const permission = createPermission({
      name: 'something.new',
      attributes: { action: 'read' },
    });
    expect(await decide(permission)).toBe('DENY');
  });

  it.each(known.map(permission => [permission.name, permission] as const))(
    'refuses %s to whoever is not signed in',
    async (_name, permission) => {
      expect(await policy.handle({ permission })).toEqual({
        result: AuthorizeResult.DENY,
      });
    },
  );
});
