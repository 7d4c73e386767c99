import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import type { EnvironmentPlace } from '../kit/EnvironmentPlace';
import { valueOf } from '../kit/ShownPart';
import { environmentPaths } from '../routes';
import { ChangePage } from './ChangePage';
import { toServing } from './toServing';
import { useChange } from './useChange';
import { useChangeLog } from './useChangeLog';
import { useStop } from './useStop';

/** The change that the address names. */
export function EnvironmentChangePage({ place }: { place: EnvironmentPlace }) {
  const { href, overview, stopBarrier, refresh } = place;
  const { id = '' } = useParams();
  const { part, refresh: reload } = useChange(place, id);
  const refreshAll = useCallback(() => {
    reload();
    refresh();
  }, [reload, refresh]);
  const stopping = useStop(id, refreshAll);
  const log = useChangeLog(valueOf(part));
  return (
    <ChangePage
      key={id}
      part={part}
      log={log}
      serving={toServing(overview)}
      runningRevision={valueOf(overview.release)?.revision}
      back={{ label: 'Back to the environment', href }}
      logHref={`${href}${environmentPaths.changeLog(id)}`}
      stopBarrier={stopBarrier}
      {...stopping}
      onRetry={reload}
    />
  );
}
