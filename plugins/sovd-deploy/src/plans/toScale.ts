import type { PlanRequest } from '@sovd/plugin-sovd-deploy-common';

/** Between which the autoscaler keeps the pods of the backend. */
export type ScaleRange = Extract<PlanRequest, { kind: 'scale' }>['input'];

/** What the contract takes for either bound: pods of the backend. */
export const scaleLimits = { least: 1, most: 50 } as const;

/** `3 to 10 backend pods`; `3 backend pods` where both bounds are the same. */
export function rangeInWords({ backendMin, backendMax }: ScaleRange): string {
  if (backendMin !== backendMax) {
    return `${backendMin} to ${backendMax} backend pods`;
  }
  return `${backendMin} backend ${backendMin === 1 ? 'pod' : 'pods'}`;
}

function isWithinLimits(pods: number): boolean {
  const { least, most } = scaleLimits;
  return Number.isInteger(pods) && pods >= least && pods <= most;
}

/** Why a range can't be planned; undefined when it can. */
export function scaleOffReason(
  { backendMin, backendMax }: ScaleRange,
  current: ScaleRange,
): string | undefined {
  const { least, most } = scaleLimits;
  if (!isWithinLimits(backendMin) || !isWithinLimits(backendMax)) {
    return `Give numbers from ${least} to ${most}.`;
  }
  if (backendMin > backendMax) {
    return `At least ${backendMin} can't be more than at most ${backendMax}.`;
  }
  if (backendMin === current.backendMin && backendMax === current.backendMax) {
    return `It is ${rangeInWords(current)} already: give other numbers.`;
  }
  return undefined;
}
