import { useCallback, useEffect, useState } from 'react';
import { LiveValue } from './LiveValue';
import type { Live } from './LiveValue';
import { useSignal } from './useSignal';

/**
 * A value that stays fresh as long as the component is mounted and the page is seen.
 *
 * @param load - must be stable: another function means another value
 * @param channelOf - the signal channel that a value names for news about itself
 */
export function useLive<T>(
  load: (signal: AbortSignal) => Promise<T>,
  channelOf?: (value: T) => string,
): { live: Live<T>; refresh: () => void } {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  const [source, setSource] = useState<LiveValue<T>>();

  useEffect(() => {
    setLive({ state: 'loading' });
    const next = new LiveValue<T>({ load, onChange: setLive });
    setSource(next);
    const look = () => next.setVisible(document.visibilityState !== 'hidden');
    look();
    next.refresh();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      next.stop();
    };
  }, [load]);

  const channel = live.state === 'value' ? channelOf?.(live.value) : undefined;
  useSignal(channel, version => source?.announce(version));

  const refresh = useCallback(() => source?.refresh(), [source]);
  return { live, refresh };
}
