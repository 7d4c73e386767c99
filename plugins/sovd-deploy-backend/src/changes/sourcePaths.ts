import { TEMPLATE_RECORD } from '@sovd/plugin-sovd-deploy-common';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';

/** Where a stamped repository keeps what a change reads and writes. */
export const sourcePaths = {
  template: 'infrastructure/cloudformation/main.yaml',
  parameters: ({ answers }: Environment) =>
    `infrastructure/cloudformation/parameters/${answers.environment}.json`,
  /** Who reaches the cluster, by a team's own hand; most environments have none. */
  access: ({ answers }: Environment) =>
    `environments/${answers.environment}/access.json`,
  answers: ({ answers }: Environment) =>
    `environments/${answers.environment}/environment.yaml`,
  values: ({ answers }: Environment) =>
    `environments/${answers.environment}/values.yaml`,
  estimate: ({ answers }: Environment) =>
    `environments/${answers.environment}/estimate.json`,
  templateRecord: TEMPLATE_RECORD,
  bootstrap: ({ answers }: Environment) =>
    `infrastructure/k8s/bootstrap/${answers.environment}`,
  release: ({ answers }: Environment) =>
    `environments/${answers.environment}/release.yaml`,
  outputs: ({ answers }: Environment) =>
    `environments/${answers.environment}/outputs.json`,
  /** What belongs to one environment and follows the default branch, whatever version runs. */
  ownOf: (environment: Environment): string[] => [
    `environments/${environment.answers.environment}`,
    sourcePaths.parameters(environment),
    sourcePaths.bootstrap(environment),
  ],
};
