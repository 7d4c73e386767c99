import type { Change, NextStep } from '@sovd/plugin-sovd-deploy-common';

/** What came of a change. */
export interface Outcome {
  headline: string;
  cause?: string;
  nextSteps: NextStep[];
}

function done({ kind, version, revision }: Change): string {
  const as = revision ? ` as revision ${revision}` : '';
  switch (kind) {
    case 'create':
    case 'upgrade':
      return version ? `${version} runs here${as}` : 'It runs here';
    case 'rollback':
      return version ? `${version} runs here again${as}` : 'It runs again';
    case 'scale':
      return 'As many pods run as were asked for';
    case 'restart':
      return 'All pods are new';
    default:
      return kind satisfies never;
  }
}

/** Something newer runs by now: then a change is told as what it was. */
function wasDone({ kind, version, revision }: Change): string {
  const what = version && kind !== 'restart' ? version : 'New pods';
  return `${what} came as revision ${revision}; something newer runs by now`;
}

/**
 * The first failing cause of a change that failed, and what was done otherwise.
 *
 * @param runningRevision - Helm's revision that runs now, when it is known
 */
export function toOutcome(change: Change, runningRevision?: number): Outcome {
  const { phase, finding, abort } = change;
  if (phase === 'succeeded') {
    const isOver = (runningRevision ?? 0) > (change.revision ?? Infinity);
    const headline = isOver ? wasDone(change) : done(change);
    return { headline, nextSteps: [] };
  }
  if (finding) return finding;
  return {
    headline:
      phase === 'aborted' || abort
        ? 'It was stopped before its end'
        : 'It failed without a cause that the portal knows',
    nextSteps: [],
  };
}
