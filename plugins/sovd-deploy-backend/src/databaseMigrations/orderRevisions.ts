import { reachFrom } from './reachFrom';

/** What an order is made from. */
export interface OrderedGraph {
  /** All revisions in the order in which their files are read. */
  ids: readonly string[];
  down: (id: string) => readonly string[];
  dependsOn: (id: string) => readonly string[];
}

/**
 * Revisions in the order in which `alembic upgrade` runs them.
 *
 * @remarks
 * Alembic walks down from the heads, in the order of the files, and runs what it has met
 * from the end. It follows one line of history until something on another line stands above
 * it, and then goes on with that line. Several `depends_on` of one revision are an unordered
 * set there; here they keep the order of the file.
 *
 * @param wanted - the revisions to order; closed, but for what is applied already
 */
export function orderRevisions(
  graph: OrderedGraph,
  heads: readonly string[],
  wanted: ReadonlySet<string>,
): string[] {
  const direct = (id: string) => [
    ...new Set([...graph.down(id), ...graph.dependsOn(id)]),
  ];
  const todo = new Set(wanted);
  const places = new Map(graph.ids.map((id, place) => [id, place]));
  const lineOf = (id: string) => ({ id, under: reachFrom([id], direct) });
  // a head that another needs is no start: it is met below that one
  const needed = reachFrom(heads.flatMap(direct), direct);
  const lines = [...new Set(heads)]
    .filter(id => todo.has(id) && !needed.has(id))
    .sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
    .map(lineOf);
  const downwards: string[] = [];
  let at = 0;
  while (lines.length > 0) {
    const line = lines[at];
    const { id, under } = line;
    const above = lines.findIndex(
      other => other !== line && other.under.has(id),
    );
    if (above >= 0) {
      at = above;
      continue;
    }
    if (todo.delete(id)) downwards.push(id);
    const [first, ...others] = below(graph, id).filter(
      each => todo.has(each) && !lines.some(other => other.id === each),
    );
    if (first === undefined) {
      lines.splice(at, 1);
      at = Math.max(at - 1, 0);
      continue;
    }
    // on a plain line what is under it only loses what was met
    const plain =
      graph.down(id).length === 1 && graph.dependsOn(id).length === 0;
    if (plain) under.delete(id);
    lines[at] = plain ? { id: first, under } : lineOf(first);
    lines.push(...others.map(lineOf));
  }
  return downwards.reverse();
}

/** What stands directly below, without what an ancestor depends on already. */
function below(graph: OrderedGraph, id: string): string[] {
  const down = graph.down(id);
  const dependsOn = graph.dependsOn(id);
  if (dependsOn.length === 0) return [...down];
  const inherited = new Set(
    [...reachFrom(down, graph.down)].flatMap(each => graph.dependsOn(each)),
  );
  return [
    ...new Set([...down, ...dependsOn.filter(each => !inherited.has(each))]),
  ];
}
