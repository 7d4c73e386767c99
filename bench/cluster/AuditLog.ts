import { open, stat } from 'node:fs/promises';

/** A request that the API server answered. */
export interface AuditedCall {
  verb: string;
  requestURI: string;
  userAgent?: string;
}

/** What the portal asked the cluster for, as the API server wrote it down. */
export class AuditLog {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** A place to count from. */
  async mark(): Promise<number> {
    return (await stat(this.#file)).size;
  }

  /**
   * Requests since a place, without those that go on whether or not anybody looks: watches,
   * and the question whether the cluster is there.
   */
  async callsSince(mark: number): Promise<AuditedCall[]> {
    const size = await this.mark();
    const file = await open(this.#file);
    try {
      const buffer = Buffer.alloc(size - mark);
      await file.read(buffer, 0, buffer.length, mark);
      return buffer
        .toString()
        .split('\n')
        .filter(text => text !== '')
        .map(text => JSON.parse(text) as AuditedCall)
        .filter(
          ({ verb, requestURI }) =>
            verb !== 'watch' && requestURI !== '/version',
        );
    } finally {
      await file.close();
    }
  }
}
