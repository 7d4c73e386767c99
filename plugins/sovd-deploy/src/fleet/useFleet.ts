import { useCallback } from 'react';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import type { EnvironmentSummary } from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApiRef } from '../api';
import type { ShownPart } from '../kit/ShownPart';
import { useLive } from '../kit/useLive';
import { createEnvironmentRouteRef } from '../routes';
import { readFleet } from './readFleet';
import type { Fleet } from './readFleet';
import { toFleetPart } from './toFleetPart';

const channelOf = ({ channel }: Fleet) => channel;

/** All environments that the person may see, renewed when any of them changes. */
export function useFleet(): {
  part: ShownPart<EnvironmentSummary[]>;
  refresh: () => void;
} {
  const api = useApi(sovdDeployApiRef);
  const createHref = useRouteRef(createEnvironmentRouteRef)?.();
  const load = useCallback(
    (signal: AbortSignal) => readFleet(api, signal),
    [api],
  );
  const { live, refresh } = useLive(load, channelOf);
  return { part: toFleetPart(live, createHref), refresh };
}
