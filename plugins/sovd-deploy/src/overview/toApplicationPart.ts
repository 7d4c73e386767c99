import { environmentReadPermission } from '@sovd/plugin-sovd-deploy-common';
import type {
  EnvironmentPage,
  EnvironmentSummary,
} from '@sovd/plugin-sovd-deploy-common';
import type { Live } from '../kit/LiveValue';
import type { ShownPart } from '../kit/ShownPart';
import { toPart } from '../kit/toPart';

interface Surroundings {
  application: string;
  /** Who may let a person in: the owner of the entity, where it has one. */
  askWhom: string;
  /** Where environments are created. */
  createHref?: string;
}

/** The environments of an application as a part; none leads to the form that creates the first. */
export function toApplicationPart(
  live: Live<EnvironmentPage>,
  { application, askWhom, createHref }: Surroundings,
): ShownPart<EnvironmentSummary[]> {
  const nothing = {
    headline: 'No environment yet',
    reason:
      `${application} runs nowhere, or nowhere that you may see. ` +
      'A form creates stack, release and database in one go; its repository stays the one it has.',
    nextStep: { label: 'Create the first environment', href: createHref },
  };
  const part = toPart(live, {
    source: 'The portal',
    permission: environmentReadPermission.name,
    askWhom,
    missing: nothing,
  });
  if (part.state !== 'value') return part;
  if (part.value.items.length === 0) return { state: 'absent', ...nothing };
  return { ...part, value: part.value.items };
}
