import { useEffect } from 'react';
import type { EnvironmentPlace } from '../kit/EnvironmentPlace';
import { RestartPage } from './RestartPage';
import { usePlanningPage } from './usePlanningPage';

/** Has a restart planned at once, and gives way to the plan. */
export function EnvironmentRestartPage({ place }: { place: EnvironmentPlace }) {
  const { page, plan } = usePlanningPage(place, { replace: true });
  const isOff = place.planBarrier !== undefined;
  useEffect(() => {
    if (!isOff) plan({ kind: 'restart', input: {} });
  }, [isOff, plan]);
  return <RestartPage {...page} />;
}
