/**
 * The nodes of one cycle, each followed by the one below it; undefined where there is none.
 */
export function findCycle(
  ids: Iterable<string>,
  next: (id: string) => readonly string[],
): string[] | undefined {
  const done = new Set<string>();
  for (const start of ids) {
    // a stack of our own: a long history is deeper than the engine's
    const path: { id: string; rest: string[] }[] = [];
    const onPath = new Set<string>();
    const enter = (id: string) => {
      path.push({ id, rest: [...next(id)] });
      onPath.add(id);
    };
    if (!done.has(start)) enter(start);
    while (path.length > 0) {
      const { id, rest } = path[path.length - 1];
      const below = rest.shift();
      if (below === undefined) {
        path.pop();
        onPath.delete(id);
        done.add(id);
      } else if (onPath.has(below)) {
        const names = path.map(step => step.id);
        return names.slice(names.indexOf(below));
      } else if (!done.has(below)) enter(below);
    }
  }
  return undefined;
}
