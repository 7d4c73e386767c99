/** Where a quantity stands in the answer. */
export type QuantityPath = readonly [
  part: 'requests' | 'limits',
  resource: 'cpu' | 'memory',
];

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

/** One quantity of the answer, e.g. `250m`; empty when there is none. */
export function quantityAt(
  value: unknown,
  [part, resource]: QuantityPath,
): string {
  const quantity = memberOf(memberOf(value, part), resource);
  return typeof quantity === 'string' ? quantity : '';
}

/** The answer with one quantity changed. */
export function withQuantity(
  value: unknown,
  path: QuantityPath,
  text: string,
): Record<QuantityPath[0], Record<QuantityPath[1], string>> {
  const at = (part: QuantityPath[0], resource: QuantityPath[1]) =>
    part === path[0] && resource === path[1]
      ? text
      : quantityAt(value, [part, resource]);
  return {
    requests: { cpu: at('requests', 'cpu'), memory: at('requests', 'memory') },
    limits: { cpu: at('limits', 'cpu'), memory: at('limits', 'memory') },
  };
}
