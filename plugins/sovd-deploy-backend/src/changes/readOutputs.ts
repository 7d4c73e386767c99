import { ConflictError } from '@backstage/errors';
import type { StackOutputs } from '@sovd/plugin-sovd-deploy-common';
import type { StackProvisioner } from '../stacks/StackProvisioner';
import { findProvisioner } from './findProvisioner';
import { findMovedOutputs } from './PlannedOutputs';
import { resultOf } from './stageResults';
import type { StageContext } from './StageRunner';

/**
 * Outputs of the stack: those that the change's own stage left, or what the stack says
 * now when the change left it alone.
 *
 * @throws ConflictError when that stack isn't ready, or gives others than were planned with
 */
export async function readOutputs(
  context: StageContext,
  provisioners: readonly StackProvisioner[],
): Promise<StackOutputs> {
  const { environment, results } = context;
  if (results.stack) return resultOf(context, 'stack').outputs;
  const provisioner = findProvisioner(provisioners, environment);
  const stack = await provisioner.read(environment);
  if (stack?.phase === 'ready') {
    const { work } = context;
    const moved = work?.outputs
      ? findMovedOutputs(work.outputs, stack.outputs)
      : [];
    if (moved.length === 0) return stack.outputs;
    throw new ConflictError(
      `Since this was planned, stack ${
        environment.stackName
      } gives the release other values: ${moved.join('; ')}; plan again`,
    );
  }
  throw new ConflictError(
    `Stack ${environment.stackName} is ${
      stack?.providerStatus ?? 'not there'
    }; it has to be ready before a release can use it`,
  );
}
