import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import type { ApplyRefusal } from '../releases/ReleaseRehearsal';
import { blocker } from './blocker';

/**
 * Says of each object that the cluster wouldn't take why. Fields that somebody has taken
 * over are never forced: who edits a cluster by hand has a reason that somebody should know.
 */
export function judgeApplyRefusals(
  refusals: readonly ApplyRefusal[],
): Finding[] {
  return refusals.map(({ conflicts, kind, message, name }) => {
    if (conflicts.length === 0) {
      return blocker(
        'object-refused',
        `The cluster refuses ${kind} ${name}`,
        message,
        'Correct the chart or the values in the repository',
      );
    }
    const managers = [...new Set(conflicts.map(({ manager }) => manager))];
    const fields = conflicts.map(({ field }) => field).join(', ');
    const who = managers.join(' and ');
    const refusal = blocker(
      'field-conflict',
      `${kind} ${name} was changed by ${who}`,
      `${fields} ${
        conflicts.length === 1 ? 'belongs' : 'belong'
      } to ${who} now, and this change would set something else. It isn't overwritten.`,
      'Write what is wanted into the repository',
    );
    // setting the value back isn't enough: the field would still belong to somebody else
    const giveBack = `Then take ${who} out of metadata.managedFields of ${kind} ${name}`;
    return {
      ...refusal,
      nextSteps: [...refusal.nextSteps, { label: giveBack }],
    };
  });
}
