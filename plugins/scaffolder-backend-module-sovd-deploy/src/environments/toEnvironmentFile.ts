import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';
import { toYaml } from './toYaml';

/** The answers as a person gave them: what every other file is generated from. */
export function toEnvironmentFile(answers: Answers): GeneratedFile {
  return {
    path: `environments/${answers.environment}/environment.yaml`,
    content: toYaml([
      { apiVersion: 'sovd.io/v1', kind: 'EnvironmentAnswers', answers },
    ]),
  };
}
