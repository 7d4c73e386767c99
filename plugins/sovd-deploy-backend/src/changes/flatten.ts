import type { JsonObject, JsonValue } from '@backstage/types';

/** What identifies an item of a Kubernetes list, by the field that all its items have. */
const NAMES = ['name', 'mountPath', 'containerPort', 'port'] as const;

/** What has nothing below it: a scalar, or a map or list without content. */
export type Leaf =
  | string
  | number
  | boolean
  | null
  | []
  | Record<string, never>;

/**
 * Every leaf of a value by its path, e.g. `spec.containers[backend].image`. Lists of named
 * things go by their names, so that one that was put in front of others is one that was
 * added and not a change of all that follow; other lists go by position.
 */
export function flatten(value: JsonValue, path = ''): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  visit(value, path, leaves);
  return leaves;
}

function visit(
  value: JsonValue | undefined,
  path: string,
  leaves: Map<string, Leaf>,
): void {
  if (value === undefined) return;
  const children = childrenOf(value, path);
  // an empty map or list is a value of its own: it isn't the same as none
  if (children.length === 0) leaves.set(path, toLeaf(value));
  for (const [childPath, child] of children) visit(child, childPath, leaves);
}

function toLeaf(value: JsonValue): Leaf {
  if (Array.isArray(value)) return [];
  return isMap(value) ? {} : value;
}

function childrenOf(
  value: JsonValue,
  path: string,
): [path: string, child: JsonValue | undefined][] {
  if (Array.isArray(value)) {
    return (
      namedChildren(value, path) ??
      value.map((item, index) => [`${path}[${index}]`, item])
    );
  }
  if (!isMap(value)) return [];
  return Object.entries(value).map(([key, child]) => [
    path ? `${path}.${key}` : key,
    child,
  ]);
}

/** Items by their names, which the paths say from then on; undefined when they have none. */
function namedChildren(
  items: readonly JsonValue[],
  path: string,
): [path: string, child: JsonObject][] | undefined {
  for (const field of NAMES) {
    const named = items.flatMap(item => {
      const name = isMap(item) ? item[field] : undefined;
      return isMap(item) && isName(name) ? [{ name: String(name), item }] : [];
    });
    const names = new Set(named.map(({ name }) => name));
    if (items.length > 0 && names.size === items.length) {
      return named.map(({ name, item: { [field]: _name, ...rest } }) => [
        `${path}[${name}]`,
        rest,
      ]);
    }
  }
  return undefined;
}

function isMap(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isName(value: JsonValue | undefined): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
