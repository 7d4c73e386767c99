/** The value below which a share of all values lies, by the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('There is nothing to count');
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.ceil(share * sorted.length);
  return sorted[Math.max(0, rank - 1)];
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** A number with as many digits as one reads: `0.43`, `7.1`, `120`. */
export function inShort(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

/** `12 ms` or `1.20 s`. */
export function inTime(milliseconds: number): string {
  return milliseconds < 1_000
    ? `${inShort(milliseconds)} ms`
    : `${inShort(milliseconds / 1_000)} s`;
}

/** `812 B` or `41.2 kB`, a thousand bytes each. */
export function inBytes(bytes: number): string {
  return bytes < 1_000 ? `${bytes} B` : `${inShort(bytes / 1_000)} kB`;
}
