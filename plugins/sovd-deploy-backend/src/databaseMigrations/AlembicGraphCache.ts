import type { AlembicGraph } from './AlembicGraph';

/** Commits whose graphs are kept: a few environments, both sides of a plan. */
const MOST_KEPT = 32;

/** Graphs by repository and commit. A commit never changes, so nothing gets old. */
export class AlembicGraphCache {
  readonly #kept = new Map<string, Promise<AlembicGraph>>();

  constructor(private readonly mostKept = MOST_KEPT) {}

  /**
   * The graph of a commit; read once, also when several ask at the same time. A reading
   * that failed is tried again by the next who asks.
   */
  async get(
    repositoryUrl: string,
    commit: string,
    read: () => Promise<AlembicGraph>,
  ): Promise<AlembicGraph> {
    const key = `${repositoryUrl}#${commit}`;
    const graph = this.#kept.get(key) ?? read();
    // the last used stands at the end
    this.#kept.delete(key);
    this.#kept.set(key, graph);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.mostKept) break;
      this.#kept.delete(oldest);
    }
    try {
      return await graph;
    } catch (error) {
      if (this.#kept.get(key) === graph) this.#kept.delete(key);
      throw error;
    }
  }
}
