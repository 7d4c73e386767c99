import { useEffect, useRef } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { overviewSignalSchema } from '@sovd/plugin-sovd-deploy-common';

/**
 * Listens to a channel that announces versions; where the app has no signals, nothing comes.
 *
 * @param channel - left out until it is known
 */
export function useSignal(
  channel: string | undefined,
  onVersion: (version: number) => void,
): void {
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef(onVersion);
  latest.current = onVersion;
  useEffect(() => {
    if (!channel || !signals) return undefined;
    const subscription = signals.subscribe(channel, message => {
      const news = overviewSignalSchema.safeParse(message);
      if (news.success) latest.current(news.data.version);
    });
    return () => subscription.unsubscribe();
  }, [channel, signals]);
}
