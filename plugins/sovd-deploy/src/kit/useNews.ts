import { useEffect, useRef, useState } from 'react';
import { useSignal } from './useSignal';

/** A signal reaches all browsers at once; they come back within this time. Milliseconds. */
const JITTER = 150;
/** Signals can be lost; without one there is news after this time. Milliseconds. */
const QUIET = 30_000;

const isVisible = () => document.visibilityState !== 'hidden';

/**
 * Calls back when there may be news: for whoever loads it by other means than `useLive`.
 *
 * @param busy - while this is true, news waits; what comes meanwhile becomes one call
 */
export function useNews({
  channel,
  busy,
  onNews,
}: {
  channel: string | undefined;
  busy: boolean;
  onNews: () => void;
}): void {
  const [due, setDue] = useState(false);
  const [visible, setVisible] = useState(isVisible);
  const latest = useRef(onNews);
  latest.current = onNews;

  useEffect(() => {
    const look = () => {
      setVisible(isVisible());
      // what a hidden page missed is fetched when it is seen again
      if (isVisible()) setDue(true);
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);

  useSignal(channel, () => setDue(true));

  useEffect(() => {
    if (busy || !visible) return undefined;
    const timer = setTimeout(
      () => {
        setDue(false);
        latest.current();
      },
      due ? Math.random() * JITTER : QUIET,
    );
    return () => clearTimeout(timer);
  }, [busy, due, visible]);
}
