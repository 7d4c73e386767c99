const HEARTBEAT_MS = 15_000;

export interface ProgressStep {
  done(remark?: string): void;
  failed(): void;
}

/** Elapsed time as people read it: 0.4 s, 12 s, 3 min 05 s. */
export function formatElapsed(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  const rest = String(whole % 60).padStart(2, '0');
  return `${Math.floor(whole / 60)} min ${rest} s`;
}

/** Says what is being done, which step of how many has ended, and how long it took. */
export class Progress {
  readonly #total: number;
  readonly #write: (line: string) => void;
  readonly #begun = Date.now();
  readonly #running = new Map<string, number>();
  #ended = 0;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(
    total: number,
    write: (line: string) => void = line => process.stdout.write(`${line}\n`),
  ) {
    this.#total = total;
    this.#write = write;
  }

  begin(title: string): ProgressStep {
    const begun = Date.now();
    this.#running.set(title, begun);
    this.#heartbeat ??= setInterval(() => this.#beat(), HEARTBEAT_MS);
    const end = (remark: string) => {
      this.#running.delete(title);
      this.#ended += 1;
      if (this.#running.size === 0) {
        clearInterval(this.#heartbeat);
        this.#heartbeat = undefined;
      }
      const width = String(this.#total).length;
      const count = `${String(this.#ended).padStart(width)}/${this.#total}`;
      const took = formatElapsed(Date.now() - begun);
      this.#write(`  [${count}] ${title} ${remark} (${took})`);
    };
    return {
      done: (remark = 'is done') => end(remark),
      failed: () => end('FAILED'),
    };
  }

  get elapsed(): string {
    return formatElapsed(Date.now() - this.#begun);
  }

  #beat(): void {
    const now = Date.now();
    const what = [...this.#running]
      .map(([title, begun]) => `${title} (${formatElapsed(now - begun)})`)
      .join(', ');
    this.#write(`          still at work: ${what}`);
  }
}
