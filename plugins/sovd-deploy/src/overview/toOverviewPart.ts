import { environmentReadPermission } from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentOverview } from '@sovd/plugin-sovd-deploy-common';
import type { Live } from '../kit/LiveValue';
import type { ShownPart } from '../kit/ShownPart';
import { toPart } from '../kit/toPart';
import { toStaleOverview } from './toStaleOverview';

interface Surroundings {
  /** Who may let a person in: the owner of the entity, where it has one. */
  askWhom: string;
  /** Where environments are created. */
  createHref?: string;
}

/** The whole overview as one part: an entity page shows it, or why there is none. */
export function toOverviewPart(
  live: Live<EnvironmentOverview>,
  { askWhom, createHref }: Surroundings,
): ShownPart<EnvironmentOverview> {
  const part = toPart(live, {
    source: 'The portal',
    permission: environmentReadPermission.name,
    askWhom,
    missing: {
      headline: 'Not managed by this portal',
      reason:
        "This entity says it is an environment, but the portal's registry doesn't know it: " +
        'there is no stack, release or history to show. Environments are created with a form, ' +
        'and their entities come from the registry. Create it there, or take this entity out of its catalog file.',
      nextStep: { label: 'Create an environment', href: createHref },
    },
  });
  if (part.state !== 'value') return part;
  if (part.staleReason) {
    return { ...part, value: toStaleOverview(part.value, part.staleReason) };
  }
  const { rollout } = part.value;
  if (rollout.state !== 'value') return part;
  // The answer is new, yet what it says is as old as what Kubernetes last told.
  const { source, observedAt, staleReason } = rollout;
  return { ...part, source, observedAt, staleReason };
}
