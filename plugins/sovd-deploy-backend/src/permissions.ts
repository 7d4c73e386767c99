import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { ENVIRONMENT_PERMISSION_RESOURCE_TYPE } from '@sovd/plugin-sovd-deploy-common';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import type { EnvironmentFilter } from './environments/EnvironmentRegistry';

/** Environments as the permission framework knows them. @public */
export const environmentResourceRef = createPermissionResourceRef<
  Environment,
  EnvironmentFilter
>().with({
  pluginId: 'sovd-deploy',
  resourceType: ENVIRONMENT_PERMISSION_RESOURCE_TYPE,
});

/** Allows environments whose owner is among a person's ownership claims. @public */
export const isEnvironmentOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow environments that one of the given entities owns',
  resourceRef: environmentResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs, such as the ownership claims of a person'),
  }),
  apply: ({ answers }, { claims }) => claims.includes(answers.owner),
  toQuery: ({ claims }) => ({ key: 'owner', values: claims }),
});

/** Allows environments of certain tiers. @public */
export const hasEnvironmentTier = createPermissionRule({
  name: 'HAS_TIER',
  description: 'Allow environments of the given tiers',
  resourceRef: environmentResourceRef,
  paramsSchema: z.object({
    tiers: z.array(z.string()).describe('Tiers, such as staging'),
  }),
  apply: ({ answers }, { tiers }) => tiers.includes(answers.tier),
  toQuery: ({ tiers }) => ({ key: 'tier', values: tiers }),
});

export const environmentRules = { isEnvironmentOwner, hasEnvironmentTier };

const exported = createConditionExports({
  resourceRef: environmentResourceRef,
  rules: environmentRules,
});

/** Conditions for a permission policy, one for each rule. @public */
export const environmentConditions = exported.conditions;

/** Makes a policy's decision from conditions on an environment. @public */
export const createEnvironmentConditionalDecision =
  exported.createConditionalDecision;
