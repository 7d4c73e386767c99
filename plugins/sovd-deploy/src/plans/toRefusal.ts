import type { Failure } from '../kit/failure';

/** Why a plan wasn't applied, and what leads on. */
export interface Refusal {
  headline: string;
  text: string;
  /** Another plan may be taken; otherwise the same one can be tried again. */
  anew: boolean;
}

/** Nobody has to ask the portal about that. */
export const expired: Refusal = {
  headline: 'This plan has expired',
  text: 'A plan holds for 30 minutes, for the person who made it, and once. Nothing was done.',
  anew: true,
};

const MOVED = /^Something changed since this plan:\s*/;

/** @param failure - what applying was answered with */
export function toRefusal({ status, said, reason }: Failure): Refusal {
  switch (status) {
    case 409: {
      const what = said?.replace(MOVED, '') || 'it says not what';
      return {
        headline: 'Something changed since this plan',
        text: `${what.replace(/\.$/, '')}. Nothing was done.`,
        anew: true,
      };
    }
    case 404:
    case 410:
      return expired;
    case 403:
      return {
        headline: 'You may not apply this plan',
        text: reason,
        anew: false,
      };
    default:
      return {
        headline: "The plan couldn't be applied",
        text: `${reason} Look at the history before you try again: the change may have begun.`,
        anew: false,
      };
  }
}
