import type { StageName } from '@sovd/plugin-sovd-deploy-common';
import type { ChangeLease, ChangeLogLine } from './ChangeQueue';

/** Longest line that is kept; a provider's message can be a page long. */
const LONGEST_LINE = 2_000;
/** How long a line may wait for others before it is written, in milliseconds. */
const FLUSH_MS = 300;

/** Collects the lines of one step and writes them in their order, a few at a time. */
export class StageLog {
  private lines: ChangeLogLine[] = [];
  private timer: NodeJS.Timeout | undefined;
  private written: Promise<void> = Promise.resolve();

  constructor(
    private readonly lease: Pick<ChangeLease, 'append'>,
    private readonly stage: StageName,
    private readonly onWritten: () => void,
  ) {}

  tell(text: string) {
    const at = new Date().toISOString();
    const line = text.slice(0, LONGEST_LINE);
    this.lines.push({ at, stage: this.stage, text: line });
    this.timer ??= setTimeout(() => {
      // The step's own flush meets the same error and reports it.
      this.flush().catch(() => {});
    }, FLUSH_MS);
  }

  /** Resolves when every line so far is in the database. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const write = this.written.then(() => this.write());
    this.written = write.catch(() => {});
    await write;
  }

  private async write() {
    const lines = this.lines;
    if (lines.length === 0) return;
    this.lines = [];
    try {
      await this.lease.append(lines);
    } catch (error) {
      this.lines = [...lines, ...this.lines];
      throw error;
    }
    this.onWritten();
  }
}
