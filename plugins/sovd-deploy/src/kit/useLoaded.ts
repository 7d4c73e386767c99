import { useCallback, useEffect, useState } from 'react';
import { failureOf } from './failure';
import type { Live } from './LiveValue';

/**
 * A value that is read once and then stays, for what people fill in or decide on: it
 * must not change under their hands.
 *
 * @param load - must be stable: another function means another value
 */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>): {
  live: Live<T>;
  refresh: () => void;
} {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    setLive({ state: 'loading' });
    const become = (next: Live<T>) => {
      if (!stop.signal.aborted) setLive(next);
    };
    load(stop.signal).then(
      value =>
        become({ state: 'value', value, seenAt: new Date().toISOString() }),
      error =>
        become({
          state: 'failed',
          failure: failureOf(error),
          triedAt: new Date().toISOString(),
        }),
    );
    return () => stop.abort();
  }, [load, attempt]);
  const refresh = useCallback(() => setAttempt(count => count + 1), []);
  return { live, refresh };
}
