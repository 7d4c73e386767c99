import { environmentCreatePermission } from '@sovd/plugin-sovd-deploy-common';
import type { Target } from '@sovd/plugin-sovd-deploy-common';
import type { Live } from '../kit/LiveValue';
import type { ShownPart } from '../kit/ShownPart';
import { toPart } from '../kit/toPart';

const nothing = {
  headline: 'There is no target to choose',
  reason:
    'A target is a cluster with an AWS account and region. An administrator adds them to app-config.yaml under sovdDeploy.targets and restarts the portal.',
};

/** The configured targets as a part; without any there is nothing to choose. */
export function toTargetsPart(live: Live<Target[]>): ShownPart<Target[]> {
  const part = toPart(live, {
    source: 'The list of targets',
    permission: environmentCreatePermission.name,
    askWhom: 'An administrator of this portal',
    missing: nothing,
  });
  if (part.state === 'value' && part.value.length === 0) {
    return { state: 'absent', ...nothing };
  }
  return part;
}
