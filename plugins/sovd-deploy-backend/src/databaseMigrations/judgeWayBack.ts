import type { WayBack } from '@sovd/plugin-sovd-deploy-common';
import type { AlembicRevision } from './AlembicRevision';

/** What the verdict is made from. */
export interface RevisionsBetween {
  /** What the newer side has and the older doesn't. */
  revisions: readonly Pick<
    AlembicRevision,
    'id' | 'safety' | 'reason' | 'hasDowngrade'
  >[];
  /** A sentence when they can't be known. */
  unknown?: string;
}

/**
 * Says whether the older release can run again once these revisions are applied.
 *
 * @remarks
 * Lost data is the worst and is told first. Taking one revision back takes back all above
 * it, so *guarded* asks for a downgrade of each, also of those that only add.
 */
export function judgeWayBack({
  revisions,
  unknown,
}: RevisionsBetween): WayBack {
  const lost = revisions.find(({ safety }) => safety === 'irreversible');
  if (lost) {
    return {
      verdict: 'impossible',
      reason: `Revision ${lost.id} can't be taken back${because(lost)}`,
    };
  }
  if (unknown) return { verdict: 'unknown', reason: unknown };
  const unclear = revisions.find(({ safety }) => safety === 'unknown');
  if (unclear) {
    return {
      verdict: 'unknown',
      reason: `What revision ${unclear.id} does isn't known${because(unclear)}`,
    };
  }
  const taking = revisions.find(({ safety }) => safety === 'contract');
  if (!taking) return { verdict: 'plain', reason: additive(revisions) };
  const stuck = revisions.find(({ hasDowngrade }) => !hasDowngrade);
  return stuck
    ? {
        verdict: 'impossible',
        reason: `Revision ${taking.id} has to be taken back first${because(
          taking,
        )}, but revision ${stuck.id} has no downgrade`,
      }
    : {
        verdict: 'guarded',
        reason: `Revision ${taking.id} has to be taken back first${because(
          taking,
        )}`,
      };
}

function because({ reason }: { reason: string }): string {
  return reason && ` (${reason})`;
}

function additive(revisions: readonly { id: string }[]): string {
  if (revisions.length === 0) return 'The database stays as it is';
  const ids = revisions.map(({ id }) => id).join(', ');
  return revisions.length === 1
    ? `Revision ${ids} only adds`
    : `Revisions ${ids} only add`;
}
