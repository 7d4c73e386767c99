import type { NamedChanges } from './StampComparison';

/** Compares two sides by name; what a name stands for is the same when its text is. */
export function compareNamed(
  from: ReadonlyMap<string, string>,
  to: ReadonlyMap<string, string>,
): NamedChanges {
  const names = [...new Set([...from.keys(), ...to.keys()])].sort();
  return {
    added: names.filter(name => !from.has(name)),
    changed: names.filter(
      name => from.has(name) && to.has(name) && from.get(name) !== to.get(name),
    ),
    removed: names.filter(name => !to.has(name)),
  };
}
