import type { EnvironmentPlace } from '../kit/EnvironmentPlace';
import { ChooseReleasePage } from './ChooseReleasePage';
import { toReleasesPart } from './toReleasesPart';
import { usePlanningPage } from './usePlanningPage';

/** The page on which an earlier release is chosen. */
export function EnvironmentRollbackPage({
  place,
}: {
  place: EnvironmentPlace;
}) {
  const { page, current, revision, changeHref } = usePlanningPage(place);
  return (
    <ChooseReleasePage
      {...page}
      part={toReleasesPart(place.history, revision)}
      current={current}
      changeHref={changeHref}
      onRetry={place.refreshHistory}
    />
  );
}
