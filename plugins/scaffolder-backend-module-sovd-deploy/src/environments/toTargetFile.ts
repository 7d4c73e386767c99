import { targetSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Answers, Target } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';
import { toYaml } from './toYaml';

/**
 * What the target offered when the answers were given, so that the repository's own
 * pipeline judges them as the form did. It holds what the form may know, no credentials.
 */
export function toTargetFile(
  { environment }: Pick<Answers, 'environment'>,
  target: Target,
): GeneratedFile {
  return {
    path: `environments/${environment}/target.yaml`,
    content: toYaml([
      {
        apiVersion: 'sovd.io/v1',
        kind: 'EnvironmentTarget',
        target: targetSchema.parse(target),
      },
    ]),
  };
}
