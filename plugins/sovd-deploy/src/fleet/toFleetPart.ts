import { environmentReadPermission } from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentPage } from '@sovd/plugin-sovd-deploy-common';
import type { Failure } from '../kit/failure';
import type { Live } from '../kit/LiveValue';
import type { ShownPart } from '../kit/ShownPart';
import { toPart } from '../kit/toPart';

/** The newest page, and why there is no newer one. */
export interface AnsweredPage {
  page?: EnvironmentPage;
  /** ISO time of the page, or of the failure when there is none. */
  seenAt: string;
  failure?: Failure;
}

/** The list as a part; an empty one leads to the form that fills it. */
export function toFleetPart(
  answered: AnsweredPage | undefined,
  createHref?: string,
): ShownPart<EnvironmentPage> {
  const nothing = {
    headline: 'No environment yet',
    reason:
      'Nobody has created one, or none that you may see. A form creates repository, stack, release and database in one go.',
    nextStep: { label: 'Create an environment', href: createHref },
  };
  const part = toPart(toLive(answered), {
    source: 'The portal',
    permission: environmentReadPermission.name,
    askWhom: 'An administrator of this portal',
    missing: nothing,
  });
  // whatever is asked for, owners are of all that one may see
  return part.state === 'value' && part.value.owners.length === 0
    ? { state: 'absent', ...nothing }
    : part;
}

/** A page outlives a request that failed, but not the news that it is no longer allowed. */
function toLive(answered: AnsweredPage | undefined): Live<EnvironmentPage> {
  if (!answered) return { state: 'loading' };
  const { failure, page, seenAt } = answered;
  if (failure && (!page || failure.kind !== 'error')) {
    return { state: 'failed', failure, triedAt: seenAt };
  }
  return page
    ? { state: 'value', value: page, seenAt, staleReason: failure?.reason }
    : { state: 'loading' };
}
