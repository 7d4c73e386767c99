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
    return blocker(
      'field-conflict',
      `${kind} ${name} was changed by ${managers.join(' and ')}`,
      `${fields} belongs to ${managers.join(
        ' and ',
      )} now, and this change would set it to something else. It isn't overwritten.`,
      'Write the wanted value into the repository, or undo the edit in the cluster',
    );
  });
}
