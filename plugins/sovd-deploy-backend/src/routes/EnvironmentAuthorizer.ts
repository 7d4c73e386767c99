import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  PermissionCriteria,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import type { ConditionTransformer } from '@backstage/plugin-permission-node';
import { environmentReadPermission } from '@sovd/plugin-sovd-deploy-common';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentFilter } from '../environments/EnvironmentRegistry';
import { environmentResourceRef } from '../permissions';

/** Asks the permission framework about environments, registered or proposed. */
export class EnvironmentAuthorizer {
  private readonly applies: ReturnType<
    typeof createConditionAuthorizer<Environment>
  >;
  private readonly transform: ConditionTransformer<EnvironmentFilter>;

  constructor(
    private readonly permissions: PermissionsService,
    registry: Pick<PermissionsRegistryService, 'getPermissionRuleset'>,
  ) {
    const rules = registry.getPermissionRuleset(environmentResourceRef);
    this.applies = createConditionAuthorizer(rules);
    this.transform = createConditionTransformer(rules);
  }

  /** Whether someone may do something with an environment; also with one that isn't registered yet. */
  async may(
    permission: ResourcePermission,
    environment: Environment,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    return this.applies(
      await this.decide(permission, credentials),
      environment,
    );
  }

  /** @throws NotAllowedError */
  async require(
    permission: ResourcePermission,
    environment: Environment,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (await this.may(permission, environment, credentials)) return;
    throw new NotAllowedError(
      `${permission.name} isn't granted to you for ${environment.name}; ask its owner ${environment.answers.owner}`,
    );
  }

  /**
   * Refuses whoever may do this with no environment at all.
   *
   * @throws NotAllowedError
   */
  async requireAny(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
  ): Promise<PolicyDecision> {
    const decision = await this.decide(permission, credentials);
    if (decision.result !== AuthorizeResult.DENY) return decision;
    throw new NotAllowedError(
      `${permission.name} isn't granted to you; ask the administrators of this portal`,
    );
  }

  /**
   * What someone may see of the registry; undefined means everything.
   *
   * @throws NotAllowedError when that is nothing
   */
  async readFilter(
    credentials: BackstageCredentials,
  ): Promise<PermissionCriteria<EnvironmentFilter> | undefined> {
    const decision = await this.requireAny(
      environmentReadPermission,
      credentials,
    );
    return decision.result === AuthorizeResult.CONDITIONAL
      ? this.transform(decision.conditions)
      : undefined;
  }

  private async decide(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
  ): Promise<PolicyDecision> {
    const [decision] = await this.permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return decision;
  }
}
