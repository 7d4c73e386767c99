import {
  answersSchema,
  estimateCost,
  priceBook,
  targetSchema,
  toEnvironmentCost,
  validateEnvironment,
} from '@sovd/plugin-sovd-deploy-common';

/** Prints how many milliseconds each of many keystrokes takes, after a page's first ones. */
const WARM = 20;
const KEYSTROKES = 1_000;

const target = targetSchema.parse({
  name: 'cloud',
  title: 'Cloud',
  cluster: 'cloud',
  region: 'eu-central-1',
  accountId: '123456789012',
  repositories: { type: 'gitea', host: 'git.example.com', owner: 'sovd' },
  namespacePattern: '{name}-{environment}',
  clusterMode: 'create',
  kubernetesVersions: ['1.36'],
  workloadIdentities: ['irsa', 'pod-identity'],
  availabilityZones: 3,
  addOns: ['network-policy'],
  usedCidrs: [],
  engines: ['cloudformation'],
  strategies: ['rolling'],
  databaseClasses: ['db.t3.medium', 'db.t3.large'],
});
const times: number[] = [];
for (let stroke = -WARM; stroke < KEYSTROKES; stroke += 1) {
  const typed = {
    name: 'fleet',
    description: 'x'.repeat(1 + (Math.abs(stroke) % 100)),
    owner: 'group:default/platform',
    environment: 'staging',
    target: target.name,
    nodesMax: 4 + (Math.abs(stroke) % 4),
  };
  const began = performance.now();
  validateEnvironment(typed, { targets: [target], today: '2026-11-21' });
  const answers = answersSchema.parse(typed);
  const estimate = estimateCost(answers, priceBook, target);
  toEnvironmentCost(estimate, answers.monthlyBudgetUsd);
  if (stroke >= 0) times.push(performance.now() - began);
}
process.stdout.write(JSON.stringify(times));
