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

/** How the portal begins to say what moved. */
const MOVED =
  /^Something (?:changed since this plan|has moved since this was planned):\s*/;
/** What it says behind that, which this page says in its own way. */
const REST = /[.;]?\s*Nothing was (?:changed|done)\b.*$/;
const BUSY = /\bis busy with\b/;
const OVER = /\bhas expired\b|\bwas used already\b/;

/** A conflict is one of four: another change, another world, another time, or a finding. */
function conflict(said: string): Refusal {
  if (BUSY.test(said)) {
    return { headline: 'Another change is running', text: said, anew: false };
  }
  if (OVER.test(said)) return expired;
  if (!MOVED.test(said)) {
    return { headline: 'This plan was refused', text: said, anew: true };
  }
  const what = said.replace(MOVED, '').replace(REST, '').replace(/\.$/, '');
  return {
    headline: 'Something changed since this plan',
    text: `${what}. Nothing was done.`,
    anew: true,
  };
}

/** @param failure - what applying was answered with */
export function toRefusal({ status, said, reason }: Failure): Refusal {
  switch (status) {
    case 409:
      return conflict(said ?? reason);
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
