import { getCompoundEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import {
  changeApplyPermission,
  changePlanPermission,
  isTerminal,
} from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentOverview } from '@sovd/plugin-sovd-deploy-common';
import { toBarrier } from '../changes/toBarrier';
import { useHistory } from '../changes/useHistory';
import type { EarlierChanges } from '../changes/useHistory';
import type { EnvironmentPlace } from '../kit/EnvironmentPlace';
import { ownerOf } from '../kit/ownerOf';
import { valueOf } from '../kit/ShownPart';
import type { ShownPart } from '../kit/ShownPart';
import { useRight } from '../kit/useRight';
import { ENVIRONMENT_PATH } from '../routes';
import { useEnvironmentOverview } from './useEnvironmentOverview';

/** An environment without its overview, which comes later or never. */
export type EnvironmentSurroundings = Omit<EnvironmentPlace, 'overview'> & {
  part: ShownPart<EnvironmentOverview>;
  /** Changes before those of the history. */
  earlier?: EarlierChanges;
  /** The change that runs now. */
  runningChangeId?: string;
};

/** All that the pages of one environment need. */
export function useEnvironmentPlace(entity: Entity): EnvironmentSurroundings {
  const { part, refresh } = useEnvironmentOverview(entity);
  const href = `${useEntityRefLink()(entity)}${ENVIRONMENT_PATH}`;
  const { namespace, name } = getCompoundEntityRef(entity);
  const overview = valueOf(part);
  const history = useHistory(entity, overview);
  const resourceRef = overview?.environment.entityRef;
  const askWhom = ownerOf(entity);
  const mayNotPlan = useRight({
    permission: changePlanPermission,
    resourceRef,
    askWhom,
  });
  const mayNotApply = useRight({
    permission: changeApplyPermission,
    resourceRef,
    askWhom,
  });
  const change = overview?.change;
  const busy = toBarrier(change, Date.now());
  return {
    key: { namespace, name },
    part,
    history: history.part,
    earlier: history.earlier,
    href,
    askWhom,
    planBarrier: mayNotPlan ?? busy,
    applyBarrier: mayNotApply ?? busy,
    stopBarrier: mayNotApply,
    runningChangeId:
      change && !isTerminal(change.phase) ? change.id : undefined,
    refresh,
    refreshHistory: history.refresh,
  };
}
