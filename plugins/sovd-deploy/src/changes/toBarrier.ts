import { isTerminal } from '@sovd/plugin-sovd-deploy-common';
import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { nameOf } from '../kit/nameOf';
import { formatDuration } from '../kit/time';
import { changeTitle } from './changeSentence';

/**
 * Why other changes wait: one runs at a time. Undefined when none runs.
 *
 * @param now - milliseconds since 1970
 */
export function toBarrier(
  change: Change | undefined,
  now: number,
): string | undefined {
  if (!change || isTerminal(change.phase)) return undefined;
  const minutes = Math.floor((now - Date.parse(change.createdAt)) / 60_000);
  const since =
    minutes < 1 ? 'just begun' : formatDuration(Math.max(0, minutes) * 60_000);
  const who = nameOf(change.requestedBy);
  return `Upgrade, scale and restart wait: change “${changeTitle(
    change,
  )}” is running (${who}, ${since}).`;
}
