import type { UnreadableRevision } from '@sovd/plugin-sovd-deploy-common';
import type { AlembicRevision } from './AlembicRevision';
import { findCycle } from './findCycle';
import { type OrderedGraph, orderRevisions } from './orderRevisions';
import { reachFrom } from './reachFrom';
import { resolveRevisions } from './resolveRevisions';

/** The revisions between two states of a database, in the order in which they run. */
export interface PendingRevisions {
  revisions: readonly AlembicRevision[];
  /** A sentence when they can't be known; then there are none in the list. */
  unknown?: string;
}

/** The revisions of one commit and how they stand on one another. */
export class AlembicGraph {
  /** In the order in which `alembic upgrade heads` runs them; only if all is readable. */
  readonly revisions: readonly AlembicRevision[];
  /** What nothing stands on, as `alembic heads` tells; sorted by file. */
  readonly heads: readonly string[];
  /** What can't be decided by reading, and what Alembic would refuse. */
  readonly unreadable: readonly UnreadableRevision[];
  readonly #byId: ReadonlyMap<string, AlembicRevision>;
  readonly #graph: OrderedGraph;

  /**
   * @param files - what was read, in the order in which Alembic reads the files
   * @param problems - what is wrong besides
   */
  constructor(
    files: readonly (AlembicRevision | UnreadableRevision)[],
    problems: readonly UnreadableRevision[] = [],
  ) {
    const found = files.filter(file => 'id' in file);
    const edges = resolveRevisions(found);
    this.#byId = new Map(
      // of two with one id the first stands; the other is a problem
      [...found].reverse().map(revision => [revision.id, revision]),
    );
    const ids = [...new Set(found.map(({ id }) => id))];
    this.#graph = {
      ids,
      down: id => edges.down.get(id) ?? [],
      dependsOn: id => edges.dependsOn.get(id) ?? [],
    };
    const cycle = findCycle(ids, this.#below);
    this.unreadable = [
      ...problems,
      ...files.flatMap(file => ('id' in file ? [] : [file])),
      ...edges.problems,
      ...(cycle ? [this.#tellCycle(cycle)] : []),
    ];
    const under = new Set(ids.flatMap(id => this.#graph.down(id)));
    this.heads = ids.filter(id => !under.has(id));
    this.revisions =
      this.unreadable.length > 0
        ? []
        : this.#ordered(orderRevisions(this.#graph, this.heads, new Set(ids)));
  }

  /** What a database has to run to come from one state to another. */
  pendingBetween(
    current: readonly string[],
    heads: readonly string[] = this.heads,
  ): PendingRevisions {
    const unknown = this.#unknown(current, heads);
    if (unknown) return { revisions: [], unknown };
    const applied = reachFrom(current, this.#below);
    const needed = [...reachFrom(heads, this.#below)];
    const wanted = new Set(needed.filter(id => !applied.has(id)));
    return {
      revisions: this.#ordered(orderRevisions(this.#graph, heads, wanted)),
    };
  }

  readonly #below = (id: string) => [
    ...this.#graph.down(id),
    ...this.#graph.dependsOn(id),
  ];

  #unknown(
    current: readonly string[],
    heads: readonly string[],
  ): string | undefined {
    const [first, ...more] = this.unreadable;
    if (first) {
      const others = more.length > 0 ? ` (and ${more.length} more)` : '';
      return `${first.file} can't be read: ${first.reason}${others}`;
    }
    const ahead = current.filter(id => !this.#byId.has(id));
    if (ahead.length > 0) {
      return `The database is at ${ahead.join(
        ', ',
      )}, which this commit doesn't have: it is ahead, or of another branch`;
    }
    const missing = heads.filter(id => !this.#byId.has(id));
    return missing.length > 0
      ? `This commit has no revision ${missing.join(', ')}`
      : undefined;
  }

  #ordered(ids: readonly string[]): AlembicRevision[] {
    return ids.flatMap(id => this.#byId.get(id) ?? []);
  }

  #tellCycle(cycle: readonly string[]): UnreadableRevision {
    const [first] = cycle;
    return {
      file: this.#byId.get(first)?.file ?? '',
      reason: `revisions stand on one another in a circle: ${[
        ...cycle,
        first,
      ].join(' → ')}`,
    };
  }
}
