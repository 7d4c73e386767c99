import { stringifyEntityRef } from '@backstage/catalog-model';
import { environmentName, namespaceOf } from '@sovd/plugin-sovd-deploy-common';
import type { Answers, Environment } from '@sovd/plugin-sovd-deploy-common';
import { repositoryPlace } from './repositoryPlace';
import type { TargetConfig } from './TargetConfig';

/** What an environment is before the registry knows it. */
export interface EnvironmentProposal {
  id: string;
  createdBy: string;
  createdAt: string;
}

/**
 * Makes every name of an environment from its answers and its target. Nothing that a
 * caller sends decides on a namespace, a release, a stack, an account or a repository.
 */
export function deriveEnvironment(
  answers: Answers,
  target: TargetConfig,
  proposal: EnvironmentProposal,
): Environment {
  const name = environmentName(answers);
  return {
    ...proposal,
    entityRef: stringifyEntityRef({
      kind: 'resource',
      namespace: 'default',
      name,
    }),
    name,
    answers,
    repositoryUrl: repositoryPlace(answers, target).url,
    region: target.region,
    accountId: target.accountId,
    cluster: target.cluster.name,
    namespace: namespaceOf(answers, target),
    releaseName: name,
    stackName: name,
  };
}
