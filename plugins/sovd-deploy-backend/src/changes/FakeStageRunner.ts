import type { StageName } from '@sovd/plugin-sovd-deploy-common';
import type { StageContext, StageOutcome, StageRunner } from './StageRunner';

/** A stage that does what a test says; without word it succeeds. */
export class FakeStageRunner implements StageRunner {
  /** How many steps are under way now, and how many ever were at once. */
  running = 0;
  mostRunning = 0;
  steps = 0;

  constructor(
    readonly name: StageName,
    private readonly behave: (context: StageContext) => Promise<StageOutcome>,
  ) {}

  timeoutOf() {
    return 60_000;
  }

  async run(context: StageContext): Promise<StageOutcome> {
    this.steps += 1;
    this.running += 1;
    this.mostRunning = Math.max(this.mostRunning, this.running);
    try {
      return await this.behave(context);
    } finally {
      this.running -= 1;
    }
  }
}
