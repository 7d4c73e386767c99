import type { Stack as ProviderStack } from '@aws-sdk/client-cloudformation';
import type { Environment, Stack } from '@sovd/plugin-sovd-deploy-common';
import { toOutputs } from './toOutputs';
import { toStackPhase } from './toStackPhase';

/** What else is known of a stack beside CloudFormation's description of it. */
export interface StackFacts {
  environment: Pick<Environment, 'region' | 'accountId' | 'stackName'>;
  resourceCount: number;
  cause?: string;
}

/** CloudFormation's description of a stack as the contract's Stack. */
export function toStack(provider: ProviderStack, facts: StackFacts): Stack {
  const { environment, resourceCount, cause } = facts;
  const [, , , region, accountId] = provider.StackId?.split(':') ?? [];
  return {
    engine: 'cloudformation',
    name: provider.StackName ?? environment.stackName,
    phase: toStackPhase(provider.StackStatus),
    providerStatus: provider.StackStatus ?? 'UNKNOWN',
    // the stack's own ARN is the truth, should the registry say otherwise
    region: region || environment.region,
    accountId: accountId || environment.accountId,
    resourceCount,
    outputs: toOutputs(provider.Outputs),
    ...(cause && { cause }),
  };
}
