import pLimit, { type Limit } from 'p-limit';
import type { ClusterAccess } from './ClusterAccess';
import { HelmError } from './HelmError';
import { HelmWorkFolder } from './HelmWorkFolder';
import { redact } from './redact';
import { runGuarded } from './runGuarded';

/** One run of Helm against one namespace. */
export interface HelmRun {
  access: ClusterAccess;
  namespace: string;
  /** Arguments behind the namespace; a function when they name files of the work folder. */
  args: readonly string[] | ((work: HelmWorkFolder) => Promise<string[]>);
  /** Milliseconds, for the whole process. */
  timeout: number;
  signal: AbortSignal;
  /** Takes each line, redacted. */
  tell?(line: string): void;
}

/** The helm program, of which only so many run at once. */
export class HelmProgram {
  private readonly limit: Limit;

  /**
   * @param options.helm - path of the program
   * @param options.concurrency - how many run at once; 4 when left out
   */
  constructor(
    private readonly options: { helm: string; concurrency?: number },
  ) {
    this.limit = pLimit(options.concurrency ?? 4);
  }

  /**
   * @returns what it printed to standard output
   * @throws HelmError with Helm's own words when it fails or takes too long
   */
  run(run: HelmRun): Promise<string> {
    return this.limit(async () => {
      run.signal.throwIfAborted();
      const work = await HelmWorkFolder.create(run.access, run.namespace);
      try {
        return await this.execute(run, work);
      } finally {
        await work.dispose();
      }
    });
  }

  private async execute(run: HelmRun, work: HelmWorkFolder): Promise<string> {
    const args =
      typeof run.args === 'function' ? await run.args(work) : run.args;
    const { exitCode, stdout, stderr, timedOut } = await runGuarded({
      program: this.options.helm,
      args: [...args, '--namespace', run.namespace],
      env: work.env,
      cwd: work.cwd,
      timeout: run.timeout,
      signal: run.signal,
      tell: line => run.tell?.(redact(line, work.secrets)),
    });
    if (exitCode === 0) return stdout;
    const words = redact(stderr.trim(), work.secrets);
    throw new HelmError(
      timedOut
        ? `helm ${args[0]} took longer than ${Math.round(
            run.timeout / 1000,
          )} s and was ended: ${words}`
        : words || `helm ${args[0]} ended with exit code ${exitCode}`,
    );
  }
}
