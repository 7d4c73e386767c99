import { formatAge, formatMoment } from './time';
import { useNow } from './useNow';

/** How long ago something was, counting on; the moment itself is the tooltip. */
export function Age({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={formatMoment(at, now)}>
      {formatAge((now - Date.parse(at)) / 1000)}
    </time>
  );
}
