import { useCallback } from 'react';
import { getCompoundEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Change,
  EnvironmentOverview,
} from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApiRef } from '../api';
import type { ShownPart } from '../kit/ShownPart';
import { useLive } from '../kit/useLive';
import { toHistoryPart } from './toHistoryPart';
import { useRefreshOn } from '../kit/useRefreshOn';

/**
 * The changes of an environment; read again when its latest change is another one or moved on.
 *
 * @param overview - left out until it was read: what it says first is as new as the history,
 *   while a first change that comes later is news
 */
export function useHistory(
  entity: Entity,
  overview: Pick<EnvironmentOverview, 'change'> | undefined,
): { part: ShownPart<Change[]>; refresh: () => void } {
  const api = useApi(sovdDeployApiRef);
  const { namespace, name } = getCompoundEntityRef(entity);
  const load = useCallback(
    (signal: AbortSignal) => api.listChanges({ namespace, name }, { signal }),
    [api, namespace, name],
  );
  const { live, refresh } = useLive(load);

  const latest = overview?.change;
  const version = latest ? `${latest.id} ${latest.phase}` : 'no change';
  useRefreshOn(overview && version, refresh);
  return { part: toHistoryPart(live), refresh };
}
