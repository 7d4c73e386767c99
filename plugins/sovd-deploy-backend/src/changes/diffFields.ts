import type { JsonValue } from '@backstage/types';
import type { FieldChange } from '@sovd/plugin-sovd-deploy-common';
import { digestOf } from './digestOf';
import { flatten } from './flatten';
import type { Leaf } from './flatten';

/** What differs between two values, leaf by leaf, in the order of the paths. */
export function diffFields(from: JsonValue, to: JsonValue): FieldChange[] {
  const before = flatten(from);
  const after = flatten(to);
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap(path => {
    const old = before.get(path);
    const fresh = after.get(path);
    const same =
      before.has(path) === after.has(path) && digestOf(old) === digestOf(fresh);
    // an empty map that gets content, or loses it, is told by that content
    const told =
      (old === undefined && isContainer(fresh, path, before)) ||
      (fresh === undefined && isContainer(old, path, after));
    return same || told ? [] : [{ path, ...sides(old, fresh) }];
  });
}

function isContainer(
  leaf: Leaf | undefined,
  path: string,
  others: ReadonlyMap<string, Leaf>,
): boolean {
  if (typeof leaf !== 'object' || leaf === null) return false;
  return [...others.keys()].some(
    other =>
      other.startsWith(path) &&
      (path === '' || /^[.[]/.test(other.slice(path.length))),
  );
}

function sides(
  from: Leaf | undefined,
  to: Leaf | undefined,
): Pick<FieldChange, 'from' | 'to'> {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}
