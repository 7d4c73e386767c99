/** Who wrote a report, and so how it is read. */
export type ReportKind = 'jest' | 'junit' | 'playwright';

/** One stage of `./yarnw test`: a command that passes or fails. */
export interface Stage {
  name: string;
  /** What it proves, in a few words. */
  shows: string;
  program: string;
  args: readonly string[];
  /** Working folder, from the root. */
  cwd?: string;
  env?: Readonly<Record<string, string>>;
  /** Whether the sandbox must run. */
  needsSandbox?: boolean;
  /** The runner's own report; a stage without one is a check that counts no tests. */
  report?: { kind: ReportKind; file: string };
}

/** How many tests a report holds. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** What a runner's own report says. */
export interface Report extends Counts {
  /** Names of the tests that failed, as far as the report has them. */
  failures: readonly string[];
}

/** What came of a stage. */
export interface StageResult {
  stage: Stage;
  seconds: number;
  counts: Report;
  /** Why it failed; undefined when it passed. */
  failure?: string;
}
