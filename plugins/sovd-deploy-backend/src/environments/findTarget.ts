import { NotFoundError } from '@backstage/errors';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { TargetConfig } from './TargetConfig';

/** @throws NotFoundError when the target of an environment was taken out of the configuration */
export function findTarget(
  targets: readonly TargetConfig[],
  { answers, name }: Pick<Environment, 'answers' | 'name'>,
): TargetConfig {
  const target = targets.find(item => item.name === answers.target);
  if (target) return target;
  throw new NotFoundError(
    `Target ${answers.target} of ${name} is no longer in sovdDeploy.targets`,
  );
}
