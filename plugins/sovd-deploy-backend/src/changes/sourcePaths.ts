import type { Environment } from '@sovd/plugin-sovd-deploy-common';

/** Where a stamped repository keeps what a change reads and writes. */
export const sourcePaths = {
  template: 'infrastructure/cloudformation/main.yaml',
  parameters: ({ answers }: Environment) =>
    `infrastructure/cloudformation/parameters/${answers.environment}.json`,
  release: ({ answers }: Environment) =>
    `environments/${answers.environment}/release.yaml`,
  outputs: ({ answers }: Environment) =>
    `environments/${answers.environment}/outputs.json`,
};
