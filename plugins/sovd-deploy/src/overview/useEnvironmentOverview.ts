import { useCallback } from 'react';
import { getCompoundEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import type { EnvironmentOverview } from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApiRef } from '../api';
import { ownerOf } from '../kit/ownerOf';
import type { ShownPart } from '../kit/ShownPart';
import { useLive } from '../kit/useLive';
import { createEnvironmentRouteRef } from '../routes';
import { toOverviewPart } from './toOverviewPart';

const channelOf = ({ channel }: EnvironmentOverview) => channel;

/** The overview of the environment that an entity stands for, renewed as it changes. */
export function useEnvironmentOverview(entity: Entity): {
  part: ShownPart<EnvironmentOverview>;
  refresh: () => void;
} {
  const api = useApi(sovdDeployApiRef);
  const createHref = useRouteRef(createEnvironmentRouteRef)?.();
  const { namespace, name } = getCompoundEntityRef(entity);
  const load = useCallback(
    (signal: AbortSignal) => api.getOverview({ namespace, name }, { signal }),
    [api, namespace, name],
  );
  const { live, refresh } = useLive(load, channelOf);
  const part = toOverviewPart(live, { askWhom: ownerOf(entity), createHref });
  return { part, refresh };
}
