import { environmentReadPermission } from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentSummary } from '@sovd/plugin-sovd-deploy-common';
import type { Live } from '../kit/LiveValue';
import type { ShownPart } from '../kit/ShownPart';
import { toPart } from '../kit/toPart';
import type { Fleet } from './readFleet';

/** The list as a part; an empty one leads to the form that fills it. */
export function toFleetPart(
  live: Live<Fleet>,
  createHref?: string,
): ShownPart<EnvironmentSummary[]> {
  const nothing = {
    headline: 'No environment yet',
    reason:
      'Nobody has created one, or none that you may see. A form creates repository, stack, release and database in one go.',
    nextStep: { label: 'Create an environment', href: createHref },
  };
  const part = toPart(live, {
    source: 'The portal',
    permission: environmentReadPermission.name,
    askWhom: 'An administrator of this portal',
    missing: nothing,
  });
  if (part.state !== 'value') return part;
  if (part.value.items.length === 0) return { state: 'absent', ...nothing };
  return { ...part, value: part.value.items };
}
