/** When a cluster was last heard of, over all that is followed there. */
export class ClusterFreshness {
  private readonly heardAt = new Map<string, number>();
  private readonly downs = new Map<string, string>();
  private aliveAt: number | undefined;

  /**
   * @param cluster - name, for messages
   * @param names - of everything that is followed there
   */
  constructor(
    private readonly cluster: string,
    private readonly names: readonly string[],
    private readonly now: () => number,
  ) {}

  /** One of them was heard; gives whether it was down before. */
  heard(name: string): boolean {
    this.heardAt.set(name, this.now());
    return this.downs.delete(name);
  }

  /** One of them is down; gives whether that is news. */
  down(name: string, reason: string): boolean {
    const news = !this.downs.has(name);
    this.downs.set(name, reason);
    return news;
  }

  /** The API server answered a question that was asked at this time. */
  alive(askedAt: number): void {
    if (this.isComplete && this.downs.size === 0) this.aliveAt = askedAt;
  }

  /** Whether everything was read at least once. */
  get isComplete(): boolean {
    return this.names.every(name => this.heardAt.has(name));
  }

  /** Age of what is known, and why it isn't newer. */
  read(): { observedAt: string; staleReason?: string } {
    const [reason] = this.downs.values();
    const oldest = Math.min(...this.heardAt.values());
    const known = this.isComplete
      ? Math.max(oldest, this.aliveAt ?? 0)
      : this.now();
    const staleReason =
      reason ??
      (this.isComplete
        ? undefined
        : `The cluster ${this.cluster} has not been read yet`);
    return {
      observedAt: new Date(known).toISOString(),
      ...(staleReason && { staleReason }),
    };
  }
}
