import type { EnvironmentPlace } from '../kit/EnvironmentPlace';
import { ScalePage } from './ScalePage';
import { usePlanningPage } from './usePlanningPage';

/** The page on which the bounds of the autoscaler are given. */
export function EnvironmentScalePage({ place }: { place: EnvironmentPlace }) {
  const { page } = usePlanningPage(place);
  const { backendMin, backendMax } = place.overview.environment.answers;
  return <ScalePage {...page} current={{ backendMin, backendMax }} />;
}
