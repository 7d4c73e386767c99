const suffixes: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
  Pi: 1024 ** 5,
  Ei: 1024 ** 6,
};

/**
 * A quantity of Kubernetes, such as `250m`, `1.5`, `2e3` or `512Mi`, as a number.
 *
 * @returns NaN for what is none
 */
export function toQuantity(text: string | number): number {
  const [, number, suffix] =
    /^([+-]?\d*\.?\d+(?:[eE][+-]?\d+)?|[+-]?\d+\.)([numkMGTPE]?i?)$/.exec(
      String(text),
    ) ?? [];
  const factor = suffix === undefined ? undefined : suffixes[suffix];
  return factor === undefined ? NaN : Number(number) * factor;
}
