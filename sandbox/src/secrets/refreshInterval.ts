const UNITS: Record<string, number> = {
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
};
const DEFAULT = '1h0m0s';

/** Milliseconds of a Go duration such as `1h30m`; undefined for 0, which means that nothing is refreshed. */
export function refreshInterval(text: string = DEFAULT): number | undefined {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)];
  const whole = parts.map(([part]) => part).join('');
  if (text !== '0' && (whole !== text || text === '')) {
    throw new Error(`"${text}" is no duration: write it like 1h or 30s`);
  }
  const sum = parts.reduce(
    (total, [, count, unit]) => total + Number(count) * UNITS[unit],
    0,
  );
  return sum > 0 ? sum : undefined;
}
