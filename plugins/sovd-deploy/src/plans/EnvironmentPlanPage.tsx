import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { changePlanPermission } from '@sovd/plugin-sovd-deploy-common';
import type { PlanRequest } from '@sovd/plugin-sovd-deploy-common';
import { useParams } from 'react-router-dom';
import { sovdDeployApiRef } from '../api';
import type { EnvironmentPlace } from '../kit/EnvironmentPlace';
import { valueOf } from '../kit/ShownPart';
import { toPart } from '../kit/toPart';
import { useLoaded } from '../kit/useLoaded';
import { environmentPaths } from '../routes';
import { PlanPage } from './PlanPage';
import { useApply } from './useApply';
import { usePlanning } from './usePlanning';

/** Where a choice can be made again. */
function backOf(kind: PlanRequest['kind'] | undefined, href: string) {
  switch (kind) {
    case 'upgrade':
      return {
        label: 'Choose another version',
        href: `${href}${environmentPaths.upgrade}`,
      };
    case 'rollback':
      return {
        label: 'Choose another release',
        href: `${href}${environmentPaths.rollback}`,
      };
    case 'scale':
      return {
        label: 'Choose other numbers',
        href: `${href}${environmentPaths.scale}`,
      };
    default:
      return { label: 'Back to the environment', href };
  }
}

/** The plan that the address names. */
export function EnvironmentPlanPage({ place }: { place: EnvironmentPlace }) {
  const { key, href, askWhom, applyBarrier, refresh } = place;
  const { namespace, name } = key;
  const { digest = '' } = useParams();
  const api = useApi(sovdDeployApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getPlan({ namespace, name }, digest, { signal }),
    [api, namespace, name, digest],
  );
  const { live, refresh: reload } = useLoaded(load);
  const part = toPart(live, {
    source: 'The portal',
    permission: changePlanPermission.name,
    askWhom,
    missing: {
      headline: 'This plan is no longer there',
      reason:
        'A plan holds for 30 minutes, for the person who made it, and is applied once. What came of it stands in the history.',
      nextStep: { label: 'Back to the environment', href },
    },
  });
  const plan = valueOf(part);
  const planning = usePlanning({ environment: key, href, replace: true });
  const applying = useApply({
    environment: key,
    href,
    plan,
    onRefused: refresh,
  });
  return (
    <PlanPage
      key={digest}
      part={part}
      back={backOf(plan?.request.kind, href)}
      barrier={applyBarrier}
      isPlanning={planning.isPlanning}
      planningFailure={planning.planningFailure}
      {...applying}
      onPlanAnew={() => plan && planning.plan(plan.request)}
      onRetry={reload}
    />
  );
}
