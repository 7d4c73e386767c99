import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Change,
  ChangeLogPage,
  StageName,
} from '@sovd/plugin-sovd-deploy-common';

/** Repeats in a task's log what a change says of itself, each thing once. */
export class ChangeNarrator {
  private position = 0;
  private readonly told = new Map<StageName, string>();

  constructor(
    private readonly logger: LoggerService,
    private readonly stages: readonly StageName[],
  ) {}

  /** Tells the entries that came since the last call, oldest first. */
  async tellLog(read: (after: number) => Promise<ChangeLogPage>) {
    for (;;) {
      const { items } = await read(this.position);
      const news = items.filter(({ position }) => position > this.position);
      if (news.length === 0) return;
      for (const { stage, text, position } of news) {
        this.position = position;
        if (this.stages.includes(stage)) this.logger.info(`${stage}: ${text}`);
      }
    }
  }

  /** Tells the summary of each stage that says something new. */
  tellStages(change: Change) {
    for (const { name, phase, summary } of change.stages) {
      const text = summary ? `${phase}, ${summary}` : phase;
      if (phase === 'pending' || this.told.get(name) === text) continue;
      this.told.set(name, text);
      if (this.stages.includes(name)) this.logger.info(`${name}: ${text}`);
    }
  }
}
