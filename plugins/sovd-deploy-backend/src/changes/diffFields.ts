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
    const change = { path, ...sides(before.get(path), after.get(path)) };
    return digestOf(change.from) === digestOf(change.to) &&
      'from' in change === 'to' in change
      ? []
      : [change];
  });
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
