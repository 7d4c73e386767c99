import { ConflictError } from '@backstage/errors';
import { isTerminal } from '@sovd/plugin-sovd-deploy-common';
import type { Change, Environment } from '@sovd/plugin-sovd-deploy-common';

/** One change runs at a time: says which one that is, and whose. */
export function toBusyError(
  { name }: Pick<Environment, 'name'>,
  { id, kind, requestedBy, version }: Change,
): ConflictError {
  const to = version ? ` to ${version}` : '';
  return new ConflictError(
    `${name} is busy with the ${kind} change${to} of ${requestedBy} (${id}); wait for its end`,
  );
}

/** Nothing is left that could be stopped: says what became of the change instead. */
export function toTooLateError(change: Change): ConflictError {
  const { id, kind, phase, version = 'the new version' } = change;
  return new ConflictError(
    isTerminal(phase)
      ? `The ${kind} change ${id} has already ${
          phase === 'aborted' ? 'been stopped' : phase
        }; there is nothing to stop`
      : `The ${kind} change ${id} is only written down in Git now: ${version} runs already; roll back instead`,
  );
}
