import type { Part } from '@sovd/plugin-sovd-deploy-common';

/** A part of the contract, or that it is still on its way. */
export type ShownPart<T> = Part<T> | { state: 'loading' };

/** The value, where there is one. */
export function valueOf<T>(part: ShownPart<T>): T | undefined {
  return part.state === 'value' ? part.value : undefined;
}
