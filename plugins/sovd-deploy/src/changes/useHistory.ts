import { useCallback } from 'react';
import { getCompoundEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApiRef } from '../api';
import type { ShownPart } from '../kit/ShownPart';
import { useLive } from '../kit/useLive';
import { toHistoryPart } from './toHistoryPart';
import { useRefreshOn } from './useRefreshOn';

/** The changes of an environment; read again when its latest change is another one or moved on. */
export function useHistory(
  entity: Entity,
  latest: Change | undefined,
): { part: ShownPart<Change[]>; refresh: () => void } {
  const api = useApi(sovdDeployApiRef);
  const { namespace, name } = getCompoundEntityRef(entity);
  const load = useCallback(
    (signal: AbortSignal) => api.listChanges({ namespace, name }, { signal }),
    [api, namespace, name],
  );
  const { live, refresh } = useLive(load);

  useRefreshOn(latest && `${latest.id} ${latest.phase}`, refresh);
  return { part: toHistoryPart(live), refresh };
}
