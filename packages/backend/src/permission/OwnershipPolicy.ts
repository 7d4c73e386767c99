import type { UserInfoService } from '@backstage/backend-plugin-api';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogLocationCreatePermission,
  catalogLocationReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  kubernetesClustersReadPermission,
  kubernetesResourcesReadPermission,
} from '@backstage/plugin-kubernetes-common';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import type {
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import {
  actionExecutePermission,
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
  templateParameterReadPermission,
  templateStepReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  createEnvironmentConditionalDecision,
  environmentConditions,
} from '@sovd/plugin-sovd-deploy-backend';
import {
  changeApplyPermission,
  changePlanPermission,
  environmentCreatePermission,
  environmentReadPermission,
} from '@sovd/plugin-sovd-deploy-common';

/** What whoever is signed in may do. */
const openToMembers: readonly Permission[] = [
  catalogEntityReadPermission,
  catalogLocationReadPermission,
  // The golden path registers a new repository as the person who asked for it. Which
  // kinds of entities may come from there is for catalog.rules to say.
  catalogLocationCreatePermission,
  // Reads only: Kubernetes' proxy, which takes any request, stays closed.
  kubernetesClustersReadPermission,
  kubernetesResourcesReadPermission,
  // Templates come from configured locations only, and dry runs of own text are closed.
  templateParameterReadPermission,
  templateStepReadPermission,
  actionExecutePermission,
  taskCreatePermission,
  environmentReadPermission,
];

const deny: PolicyDecision = { result: AuthorizeResult.DENY };
const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };

/**
 * Everybody who is signed in reads; what changes something is for its owners. What
 * isn't named here is refused, so that a new plugin opens nothing by being installed.
 */
export class OwnershipPolicy implements PermissionPolicy {
  constructor(private readonly userInfo: UserInfoService) {}

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) return deny;
    if (openToMembers.some(({ name }) => name === permission.name)) {
      return allow;
    }
    const { userEntityRef, ownershipEntityRefs: claims } =
      await this.userInfo.getUserInfo(user.credentials);
    if (
      isPermission(permission, environmentCreatePermission) ||
      isPermission(permission, changePlanPermission) ||
      isPermission(permission, changeApplyPermission)
    ) {
      return createEnvironmentConditionalDecision(
        permission,
        environmentConditions.isEnvironmentOwner({ claims }),
      );
    }
    if (
      isPermission(permission, taskReadPermission) ||
      isPermission(permission, taskCancelPermission)
    ) {
      return createScaffolderTaskConditionalDecision(
        permission,
        scaffolderTaskConditions.isTaskOwner({ createdBy: [userEntityRef] }),
      );
    }
    if (isPermission(permission, catalogEntityRefreshPermission)) {
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({ claims }),
      );
    }
    return deny;
  }
}
