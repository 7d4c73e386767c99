/** What the contract takes: pods of the backend. */
export const scaleLimits = { least: 1, most: 20 } as const;

/** Why a number of pods can't be planned; undefined when it can. */
export function scaleOffReason(
  wanted: number,
  current: number,
): string | undefined {
  const { least, most } = scaleLimits;
  if (!Number.isInteger(wanted) || wanted < least || wanted > most) {
    return `Give a number from ${least} to ${most}.`;
  }
  if (wanted === current) {
    return `${current} are wanted already: give another number.`;
  }
  return undefined;
}
