import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { PolicyDecision } from '@backstage/plugin-permission-common';
import {
  changeApplyPermission,
  environmentReadPermission,
} from '@sovd/plugin-sovd-deploy-common';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import {
  createEnvironmentConditionalDecision,
  environmentConditions,
  environmentResourceRef,
  environmentRules,
} from '../permissions';
import { EnvironmentAuthorizer } from './EnvironmentAuthorizer';

const credentials = mockCredentials.user();
const environment = proposeEnvironment();
const ownedBy = (claim: string) =>
  createEnvironmentConditionalDecision(changeApplyPermission, {
    allOf: [
      environmentConditions.isEnvironmentOwner({ claims: [claim] }),
      environmentConditions.hasEnvironmentTier({ tiers: ['staging'] }),
    ],
  });

function authorizerDeciding(decision: PolicyDecision) {
  const rules = Object.values(environmentRules);
  const registry = {
    getPermissionRuleset: jest.fn(() => ({
      resourceRef: environmentResourceRef,
      getRuleByName: (name: string) => {
        const rule = rules.find(candidate => candidate.name === name);
        if (!rule) throw new Error(`No rule ${name}`);
        return rule;
      },
    })),
  };
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async () => [decision],
  });
  return new EnvironmentAuthorizer(permissions, registry as never);
}

describe('EnvironmentAuthorizer', () => {
  it.each([
    [true, { result: AuthorizeResult.ALLOW } as const],
    [false, { result: AuthorizeResult.DENY } as const],
    [true, ownedBy('group:default/platform')],
    [false, ownedBy('group:default/other')],
  ])('answers %p to %p', async (expected, decision) => {
    const authorizer = authorizerDeciding(decision);
    await expect(
      authorizer.may(changeApplyPermission, environment, credentials),
    ).resolves.toBe(expected);
  });

  it('names permission, environment and owner when it refuses', async () => {
    const authorizer = authorizerDeciding(ownedBy('group:default/other'));
    await expect(
      authorizer.require(changeApplyPermission, environment, credentials),
    ).rejects.toThrow(
      "sovd.change.apply isn't granted to you for fleet-staging; ask its owner group:default/platform",
    );
    await expect(
      authorizer.requireAny(changeApplyPermission, credentials),
    ).resolves.toBeDefined();
  });

  it('turns conditions into a filter for the store', async () => {
    await expect(
      authorizerDeciding(ownedBy('group:default/platform')).readFilter(
        credentials,
      ),
    ).resolves.toEqual({
      allOf: [
        { key: 'owner', values: ['group:default/platform'] },
        { key: 'tier', values: ['staging'] },
      ],
    });
    await expect(
      authorizerDeciding({ result: AuthorizeResult.ALLOW }).readFilter(
        credentials,
      ),
    ).resolves.toBeUndefined();
    await expect(
      authorizerDeciding({ result: AuthorizeResult.DENY }).readFilter(
        credentials,
      ),
    ).rejects.toThrow(environmentReadPermission.name);
  });
});
