import type { Part } from './Part.ts';

/**
 * The parts, each behind those that it comes after.
 *
 * @throws Error for an unknown name in `after`, a name used twice, or a circle.
 */
export function inOrder(parts: readonly Part[]): Part[] {
  const byName = new Map(parts.map(part => [part.name, part]));
  if (byName.size !== parts.length) throw new Error('Two parts have one name');
  const ordered: Part[] = [];
  const open = new Set<string>();
  const visit = (part: Part) => {
    if (ordered.includes(part)) return;
    if (open.has(part.name)) {
      throw new Error(`Parts wait for one another: ${[...open].join(', ')}`);
    }
    open.add(part.name);
    for (const name of part.after) {
      const before = byName.get(name);
      if (!before) {
        throw new Error(`${part.name} comes after "${name}", which is no part`);
      }
      visit(before);
    }
    open.delete(part.name);
    ordered.push(part);
  };
  parts.forEach(visit);
  return ordered;
}
