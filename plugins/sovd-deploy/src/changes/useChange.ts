import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { environmentReadPermission } from '@sovd/plugin-sovd-deploy-common';
import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApiRef } from '../api';
import type { EnvironmentPlace } from '../kit/EnvironmentPlace';
import type { ShownPart } from '../kit/ShownPart';
import { toPart } from '../kit/toPart';
import { useLive } from '../kit/useLive';
import { useRefreshOn } from '../kit/useRefreshOn';

/** One change of the environment, renewed as the environment's overview moves. */
export function useChange(
  { overview, href, askWhom }: EnvironmentPlace,
  id: string,
): { part: ShownPart<Change>; refresh: () => void } {
  const api = useApi(sovdDeployApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getChange(id, { signal }),
    [api, id],
  );
  const { live, refresh } = useLive(load);
  // The overview comes with each signal, and carries the change that runs.
  const latest = overview.change?.id === id ? overview.change : undefined;
  useRefreshOn(latest && JSON.stringify(latest), refresh);

  const missing = {
    headline: 'No such change',
    reason: 'This environment has no change of that name.',
    nextStep: { label: 'Back to the environment', href },
  };
  const part = toPart(live, {
    source: 'The portal',
    permission: environmentReadPermission.name,
    askWhom,
    missing,
  });
  if (
    part.state === 'value' &&
    part.value.environmentRef !== overview.environment.entityRef
  ) {
    return { part: { state: 'absent', ...missing }, refresh };
  }
  return { part, refresh };
}
