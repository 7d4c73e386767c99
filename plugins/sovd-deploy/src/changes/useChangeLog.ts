import { useEffect, useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { isTerminal } from '@sovd/plugin-sovd-deploy-common';
import type { Change, ChangeLogEntry } from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApiRef } from '../api';
import { ChangeLog } from './ChangeLog';

/** How often the log of a running change is looked at. Milliseconds. */
const LOOK_EVERY = 2000;

/**
 * The end of a change's log, oldest entry first. A change that succeeded tells nothing
 * any more; one that failed is read once.
 */
export function useChangeLog(change: Change | undefined): ChangeLogEntry[] {
  const api = useApi(sovdDeployApiRef);
  const [entries, setEntries] = useState<ChangeLogEntry[]>([]);
  const id = change?.phase === 'succeeded' ? undefined : change?.id;
  const ended = change !== undefined && isTerminal(change.phase);

  const log = useMemo(() => id && new ChangeLog(api, id), [api, id]);
  useEffect(() => setEntries([]), [log]);
  useEffect(() => {
    if (!log) return undefined;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      try {
        if (document.visibilityState !== 'hidden') {
          const next = await log.read(stop.signal);
          if (!stop.signal.aborted) setEntries(next);
        }
      } catch {
        // The log is an extra: the stages say what happens, the next look tries again.
      }
      if (!stop.signal.aborted && !ended) timer = setTimeout(look, LOOK_EVERY);
    };
    look();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [log, ended]);
  return entries;
}
