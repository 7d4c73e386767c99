import { useCallback, useMemo } from 'react';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import type {
  EnvironmentKey,
  EnvironmentOverview,
} from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApiRef } from '../api';
import type { ShownPart } from '../kit/ShownPart';
import { useLive } from '../kit/useLive';
import { createEnvironmentRouteRef } from '../routes';
import { toOverviewPart } from './toOverviewPart';

const channelOf = ({ channel }: EnvironmentOverview) => channel;

export interface ReadOverview {
  part: ShownPart<EnvironmentOverview>;
  refresh: () => void;
}

/**
 * The overview of one environment, renewed as it changes.
 *
 * @param askWhom - who may let a person in, as the beginning of a sentence
 * @returns the same part as long as nothing new is known
 */
export function useOverview(
  { namespace, name }: EnvironmentKey,
  askWhom: string,
): ReadOverview {
  const api = useApi(sovdDeployApiRef);
  const createHref = useRouteRef(createEnvironmentRouteRef)?.();
  const load = useCallback(
    (signal: AbortSignal) => api.getOverview({ namespace, name }, { signal }),
    [api, namespace, name],
  );
  const { live, refresh } = useLive(load, channelOf);
  const part = useMemo(
    () => toOverviewPart(live, { askWhom, createHref }),
    [live, askWhom, createHref],
  );
  return { part, refresh };
}
