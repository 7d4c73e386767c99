import type { ShownPart } from '../kit/ShownPart';

/** A value that is true now: one that couldn't be renewed is no ground for a comparison. */
export function knownValue<T>(part: ShownPart<T>): T | undefined {
  return part.state === 'value' && part.staleReason === undefined
    ? part.value
    : undefined;
}
