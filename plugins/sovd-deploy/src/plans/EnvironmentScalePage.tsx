import type { EnvironmentPlace } from '../kit/EnvironmentPlace';
import { ScalePage } from './ScalePage';
import { usePlanningPage } from './usePlanningPage';

/** The page on which a number of pods is given. */
export function EnvironmentScalePage({ place }: { place: EnvironmentPlace }) {
  const { page } = usePlanningPage(place);
  const { backendReplicas } = place.overview.environment.answers;
  return <ScalePage {...page} current={backendReplicas} />;
}
