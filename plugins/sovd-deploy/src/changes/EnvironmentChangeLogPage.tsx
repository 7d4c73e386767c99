import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useParams } from 'react-router-dom';
import { sovdDeployApiRef } from '../api';
import type { EnvironmentPlace } from '../kit/EnvironmentPlace';
import { useLive } from '../kit/useLive';
import { environmentPaths } from '../routes';
import { ChangeLog } from './ChangeLog';
import { ChangeLogPage } from './ChangeLogPage';
import { toLogPart } from './toLogPart';
import { useRefreshOn } from '../kit/useRefreshOn';

/** The whole log of the change that the address names. */
export function EnvironmentChangeLogPage({
  place,
}: {
  place: EnvironmentPlace;
}) {
  const { id = '' } = useParams();
  const api = useApi(sovdDeployApiRef);
  const log = useMemo(() => new ChangeLog(api, id, Infinity), [api, id]);
  const load = useCallback((signal: AbortSignal) => log.read(signal), [log]);
  const { live, refresh } = useLive(load);
  const { change } = place.overview;
  useRefreshOn(change && JSON.stringify(change), refresh);
  return (
    <ChangeLogPage
      part={toLogPart(live, place.askWhom)}
      back={{
        label: 'Back to the change',
        href: `${place.href}${environmentPaths.change(id)}`,
      }}
      onRetry={refresh}
    />
  );
}
