import { answersShape } from '../environments/answers';
import type { Answers, AnswersInput } from '../environments/answers';
import { completeAnswers } from '../environments/completeAnswers';
import type { Target } from '../environments/target';

/** A target for tests that offers everything. */
export const testTarget: Target = {
  name: 'cloud',
  title: 'Cloud',
  cluster: 'cloud',
  clusterMode: 'create',
  region: 'us-east-1',
  accountId: '123456789012',
  namespacePattern: '{name}-{environment}',
  repositories: { type: 'gitea', host: 'git.test', owner: 'sovd' },
  engines: ['cloudformation', 'terraform'],
  strategies: ['rolling', 'canary'],
  databaseClasses: ['db.t3.medium', 'db.t3.large'],
  kubernetesVersions: ['1.36', '1.35'],
  workloadIdentities: ['irsa', 'pod-identity'],
  availabilityZones: 3,
  addOns: ['monitoring', 'tracing', 'network-policy', 'argo-rollouts'],
  usedCidrs: [],
};

/** What nobody can leave out. */
export const leastAnswers = {
  name: 'fleet',
  owner: 'group:default/platform',
  environment: 'staging',
  target: 'cloud',
} satisfies AnswersInput;

/** Complete answers for tests. */
export function answersWith(
  input: AnswersInput = {},
  target: Target = testTarget,
): Answers {
  return answersShape.parse(
    completeAnswers({ ...leastAnswers, ...input }, target),
  );
}
