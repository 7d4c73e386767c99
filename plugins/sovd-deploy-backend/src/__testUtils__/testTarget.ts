import { answersShape, completeAnswers } from '@sovd/plugin-sovd-deploy-common';
import type {
  AnswersInput,
  Environment,
} from '@sovd/plugin-sovd-deploy-common';
import { deriveEnvironment } from '../environments/deriveEnvironment';
import type { TargetConfig } from '../environments/TargetConfig';
import { toTarget } from '../environments/toTarget';

/** A target for tests. */
export const testTarget: TargetConfig = {
  name: 'sandbox',
  title: 'Sandbox',
  remark: 'Nodes are simulated',
  cluster: {
    name: 'embedded',
    url: 'https://127.0.0.1:16443',
    serviceAccountToken: 'read-only',
  },
  gitBaseUrl: 'http://localhost:15930',
  clusterMode: 'create',
  region: 'us-east-1',
  accountId: '123456789012',
  namespacePattern: '{name}-{environment}',
  imageRepositoryPattern: 'localhost:15000/{owner}/{name}-{component}',
  engines: ['cloudformation'],
  strategies: ['rolling'],
  databaseClasses: ['db.t3.medium'],
  kubernetesVersions: ['1.36'],
  workloadIdentities: ['irsa', 'pod-identity'],
  availabilityZones: 3,
  addOns: ['network-policy'],
  usedCidrs: [],
  repositories: { type: 'gitea', host: 'localhost:15930', owner: 'sovd' },
  releaseTimeoutMs: 120_000,
  progressDeadlineSeconds: 20,
  deployer: { tokenFile: '/run/deployer/token' },
};

/** Answers for tests, as a form sends them. */
export function testAnswers(answers: Partial<AnswersInput> = {}): AnswersInput {
  return {
    name: 'fleet',
    owner: 'group:default/platform',
    alertEmail: 'fleet@sovd.dev',
    environment: 'staging',
    target: testTarget.name,
    // the one that is supported longest, so that no finding depends on the day
    postgresVersion: '18',
    ...answers,
  };
}

/** An environment for tests, as it would be registered. */
export function proposeEnvironment(
  answers: Partial<AnswersInput> = {},
  target: TargetConfig = testTarget,
): Environment {
  const complete = completeAnswers(testAnswers(answers), toTarget(target));
  return deriveEnvironment(answersShape.parse(complete), target, {
    id: crypto.randomUUID(),
    createdBy: 'user:default/guest',
    createdAt: '2026-11-21T10:00:00.000Z',
  });
}
