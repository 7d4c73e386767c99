import { RiCircleLine, RiLockLine } from '@remixicon/react';
import type { Version } from '@sovd/plugin-sovd-deploy-common';
import { changeLook } from '../kit/intent';
import type { Look } from '../kit/intent';
import { formatMoment } from '../kit/time';

const happened: Record<
  NonNullable<Version['history']>['result'],
  (moment: string) => string
> = {
  succeeded: moment => `Ran here, ${moment}`,
  failed: moment => `Failed here, ${moment}`,
  aborted: moment => `Stopped here, ${moment}`,
};

/**
 * What is known of a version before it is planned.
 *
 * @param now - milliseconds since 1970
 */
export function toVersionVerdict(version: Version, now: number): Look {
  const { running, blockedReason, history } = version;
  if (running) return { ...changeLook.succeeded, label: 'Runs here now' };
  if (blockedReason) {
    return { intent: 'neutral', icon: RiLockLine, label: blockedReason };
  }
  if (!history) {
    return { intent: 'neutral', icon: RiCircleLine, label: 'Never ran here' };
  }
  const label = happened[history.result](formatMoment(history.at, now));
  return { ...changeLook[history.result], label };
}

/** Whether a plan can be made for it. */
export function isChoosable({ running, blockedReason }: Version): boolean {
  return !running && blockedReason === undefined;
}
