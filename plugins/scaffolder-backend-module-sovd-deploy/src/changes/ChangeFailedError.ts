import { CustomErrorBase } from '@backstage/errors';
import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { toFindingText } from '../toFindingText';

/** A change that ended otherwise than wanted; its first failing cause is the message. */
export class ChangeFailedError extends CustomErrorBase {
  name = 'ChangeFailedError' as const;

  constructor(change: Change, changeUrl: string) {
    const text = change.finding
      ? toFindingText(change.finding)
      : `Change ${change.id} of ${change.environmentRef} ended as ${change.phase}\nNext: look at its stages`;
    super(`${text}\nSee ${changeUrl}`);
  }
}
