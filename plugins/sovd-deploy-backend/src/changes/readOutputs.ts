import { ConflictError } from '@backstage/errors';
import type { StackOutputs } from '@sovd/plugin-sovd-deploy-common';
import type { StackProvisioner } from '../stacks/StackProvisioner';
import { findProvisioner } from './findProvisioner';
import { resultOf } from './stageResults';
import type { StageContext } from './StageRunner';

/**
 * Outputs of the stack: those that the change's own stage left, or what the stack says
 * now when the change left it alone.
 *
 * @throws ConflictError when that stack isn't ready
 */
export async function readOutputs(
  context: StageContext,
  provisioners: readonly StackProvisioner[],
): Promise<StackOutputs> {
  const { environment, results } = context;
  if (results.stack) return resultOf(context, 'stack').outputs;
  const provisioner = findProvisioner(provisioners, environment);
  const stack = await provisioner.read(environment);
  if (stack?.phase === 'ready') return stack.outputs;
  throw new ConflictError(
    `Stack ${environment.stackName} is ${
      stack?.providerStatus ?? 'not there'
    }; it has to be ready before a release can use it`,
  );
}
