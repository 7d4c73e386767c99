import { useCallback, useEffect, useState } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { overviewSignalSchema } from '@sovd/plugin-sovd-deploy-common';
import { LiveValue } from './LiveValue';
import type { Live } from './LiveValue';

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
  const signals = useApiHolder().get(signalApiRef);
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
  useEffect(() => {
    if (!channel || !signals || !source) return undefined;
    const subscription = signals.subscribe(channel, message => {
      const news = overviewSignalSchema.safeParse(message);
      if (news.success) source.announce(news.data.version);
    });
    return () => subscription.unsubscribe();
  }, [channel, signals, source]);

  const refresh = useCallback(() => source?.refresh(), [source]);
  return { live, refresh };
}
