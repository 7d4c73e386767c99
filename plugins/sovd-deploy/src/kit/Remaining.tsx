import { formatDuration, formatMoment } from './time';
import { useNow } from './useNow';

/** How long something still holds, counting down; the moment itself is the tooltip. */
export function Remaining({ until }: { until: string }) {
  const now = useNow();
  const left = Math.max(0, Date.parse(until) - now);
  // Seconds matter only in the last minute.
  const shown = left < 60_000 ? left : Math.floor(left / 60_000) * 60_000;
  return (
    <time dateTime={until} title={formatMoment(until, now)}>
      {left === 0 ? 'over' : formatDuration(Math.max(1000, shown))}
    </time>
  );
}
