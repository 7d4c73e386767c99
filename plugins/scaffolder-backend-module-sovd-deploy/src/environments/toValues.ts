import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';
import { toYaml } from './toYaml';

/**
 * Chart values of one environment. Image and outputs of the stack aren't among them:
 * the deployer lays them on top when it knows them.
 */
export function toValues(answers: Answers): GeneratedFile {
  const values = {
    global: {
      application: answers.name,
      environment: answers.environment,
      tier: answers.tier,
    },
    backend: { replicaCount: answers.backendReplicas },
    config: { logLevel: answers.logLevel, database: { ssl: 'require' } },
  };
  return {
    path: `environments/${answers.environment}/values.yaml`,
    content: toYaml([values], { comment: 'generated' }),
  };
}
