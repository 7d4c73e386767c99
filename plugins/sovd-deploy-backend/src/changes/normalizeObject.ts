import type { JsonObject, JsonValue } from '@backstage/types';
import type { RenderedObject } from '../releases/RenderedObject';

/** Shown in place of what a Secret holds; also the digest sees no more than that. */
const HIDDEN = '(hidden)';

/** Annotations that differ in every revision and say nothing else. */
const noisyAnnotations = new Set(['sovd.io/helm-revision']);

/**
 * Labels that follow from what a plan says elsewhere, on every object: the chart's own
 * version, and the image's tag. With them no object would ever stay as it is.
 */
const noisyLabels = new Set(['helm.sh/chart', 'app.kubernetes.io/version']);

/**
 * An object as two sides are compared: without what only repeats something else, without
 * what Kubernetes takes for nothing, and without what is secret.
 *
 * @param namespace - of the release, which Helm gives to whatever names none
 */
export function normalizeObject(
  object: RenderedObject,
  namespace: string,
): RenderedObject {
  const { metadata, ...rest } = hideSecrets(object);
  // creationTimestamp and status are what a generator left; nobody applies them
  const { status: _status, ...wanted } = rest;
  const { creationTimestamp: _created, ...named } = metadata;
  const cleaned = clean({ ...wanted, metadata: named });
  return {
    ...cleaned,
    apiVersion: object.apiVersion,
    kind: object.kind,
    metadata: {
      ...asObject(cleaned.metadata),
      name: metadata.name,
      namespace: metadata.namespace ?? namespace,
    },
  };
}

function hideSecrets(object: RenderedObject): RenderedObject {
  if (object.kind !== 'Secret') return object;
  const hidden = ['data', 'stringData'].flatMap(field => {
    const content = asObject(object[field]);
    const names = Object.keys(content).map(key => [key, HIDDEN]);
    return names.length > 0 ? [[field, Object.fromEntries(names)]] : [];
  });
  return { ...object, ...Object.fromEntries(hidden) };
}

/** Without null, which Kubernetes takes for a field that isn't there, at any depth. */
function clean(object: JsonObject): JsonObject {
  const entries = Object.entries(object).flatMap(([key, value]) => {
    if (value === null || value === undefined) return [];
    const kept = cleanValue(key, value);
    return kept === undefined ? [] : [[key, kept]];
  });
  return Object.fromEntries(entries);
}

function cleanValue(key: string, value: JsonValue): JsonValue | undefined {
  if (Array.isArray(value)) {
    return value.map(item => cleanValue('', item) ?? null);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (key === 'annotations') return without(clean(value), noisyAnnotations);
  if (key === 'labels') return without(clean(value), noisyLabels);
  return clean(value);
}

/** An empty map of labels or annotations is the same as none. */
function without(
  map: JsonObject,
  names: ReadonlySet<string>,
): JsonObject | undefined {
  const kept = Object.entries(map).filter(([name]) => !names.has(name));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function asObject(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}
