import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { JsonObject } from '@backstage/types';

/** Something that was done to the world outside of the portal. */
export type JournalEntry = JsonObject & { event: string };

/**
 * What was done to a world that outlives the processes which do it: one line for each
 * thing, in a file. Whoever was killed can't have written a line without having done it.
 */
export class Journal {
  /**
   * @param pauseAt - name of a moment in which the process stops to do anything, so that it
   * can be killed right there
   */
  constructor(
    private readonly file: string,
    private readonly pauseAt?: string,
  ) {}

  write(event: string, details: JsonObject = {}): void {
    const line = JSON.stringify({ event, process: process.pid, ...details });
    appendFileSync(this.file, `${line}\n`);
  }

  read(): JournalEntry[] {
    if (!existsSync(this.file)) return [];
    const lines = readFileSync(this.file, 'utf8').split('\n');
    return lines.filter(Boolean).map(line => JSON.parse(line));
  }

  /** Entries of one kind, oldest first. */
  of(event: string): JournalEntry[] {
    return this.read().filter(entry => entry.event === event);
  }

  /** Whether the process is to stop in this moment. */
  pausesAt(moment: string): boolean {
    return moment === this.pauseAt;
  }

  /** Returns at once, or never. */
  async pass(moment: string): Promise<void> {
    if (!this.pausesAt(moment)) return;
    this.write('paused', { moment });
    for (;;) await delay(60_000);
  }
}
