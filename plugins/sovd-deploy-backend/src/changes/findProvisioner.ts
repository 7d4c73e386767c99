import { InputError } from '@backstage/errors';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { StackProvisioner } from '../stacks/StackProvisioner';

/** @throws InputError when none is of the environment's engine */
export function findProvisioner(
  provisioners: readonly StackProvisioner[],
  { answers }: Environment,
): StackProvisioner {
  const found = provisioners.find(({ engine }) => engine === answers.engine);
  if (found) return found;
  throw new InputError(`There is no provisioner for ${answers.engine}`);
}
