import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { formatDuration } from '../kit/time';
import { useNow } from '../kit/useNow';

/** How long a change has run, counting on until its end. */
export function ChangeDuration({ change }: { change: Change }) {
  const now = useNow();
  const end = change.finishedAt ? Date.parse(change.finishedAt) : now;
  const took = Math.max(0, end - Date.parse(change.createdAt));
  // Below a second it has just begun; milliseconds would only flicker.
  return <>{formatDuration(Math.max(1000, took))}</>;
}
