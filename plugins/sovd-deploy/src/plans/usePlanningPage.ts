import { tagOf, versionOf } from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentPlace } from '../kit/EnvironmentPlace';
import { valueOf } from '../kit/ShownPart';
import { environmentPaths } from '../routes';
import type { PlanningPageProps } from './PlanningPageProps';
import { usePlanning } from './usePlanning';

/** What the pages need on which a person says what shall be planned. */
export function usePlanningPage(
  { key, href, overview, planBarrier }: EnvironmentPlace,
  { replace }: { replace?: boolean } = {},
) {
  const { isPlanning, planningFailure, plan } = usePlanning({
    environment: key,
    href,
    replace,
  });
  const release = valueOf(overview.release);
  const page: PlanningPageProps = {
    name: overview.environment.name,
    back: { label: 'Back to the environment', href },
    barrier: planBarrier,
    isPlanning,
    planningFailure,
    onPlan: plan,
  };
  return {
    page,
    plan,
    /** What runs now, as people call it. */
    current: release && versionOf(tagOf(release.images)),
    revision: release?.revision,
    changeHref: (id: string) => `${href}${environmentPaths.change(id)}`,
  };
}
