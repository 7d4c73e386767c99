import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * Lays values over one another as Helm does: maps are merged, everything else is replaced,
 * and null takes away what lower layers say.
 *
 * @param layers - lowest first; the chart's own defaults are the lowest
 */
export function layerValues(...layers: readonly JsonObject[]): JsonObject {
  return withoutNulls(layers.reduce(merge, {}));
}

function merge(lower: JsonObject, upper: JsonObject): JsonObject {
  const merged = { ...lower };
  for (const [key, value] of Object.entries(upper)) {
    const under = merged[key];
    merged[key] = isMap(under) && isMap(value) ? merge(under, value) : value;
  }
  return merged;
}

function withoutNulls(values: JsonObject): JsonObject {
  const kept = Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => [key, isMap(value) ? withoutNulls(value) : value]);
  return Object.fromEntries(kept);
}

function isMap(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
