import { stringifyError } from '@backstage/errors';
import { z } from 'zod/v4';
import type { EnvironmentRegistry } from '../environments/EnvironmentRegistry';
import type { SourceRepository } from '../environments/SourceRepository';
import type { StackProvisioner } from '../stacks/StackProvisioner';
import { readOutputs } from './readOutputs';
import { resultOf } from './stageResults';
import type { StageContext, StageOutcome, StageRunner } from './StageRunner';
import { readAnswers } from './readAnswers';
import { sourcePaths } from './sourcePaths';
import { toRecordFiles } from './toRecordFiles';

/** Pushes that are tried before the refusal becomes a note. */
const MAX_PUSHES = 3;
const RETRY_MS = 2_000;
const TIMEOUT_MS = 10 * 60_000;

const checkpointSchema = z.object({ refused: z.number().default(0) });

/** What the stage works with. */
export interface RecordStageOptions {
  sources: SourceRepository;
  provisioners: readonly StackProvisioner[];
  registry: Pick<EnvironmentRegistry, 'changeAnswers'>;
}

/** Commits what runs now, so that Git says it too; the registry follows what Git says. */
export class RecordStage implements StageRunner {
  readonly name = 'record';

  constructor(private readonly options: RecordStageOptions) {}

  timeoutOf() {
    return TIMEOUT_MS;
  }

  async run(context: StageContext): Promise<StageOutcome> {
    const { change, environment, signal, tell } = context;
    const release = resultOf(context, 'release');
    const outputs = await readOutputs(context, this.options.provisioners);
    const files = context.work?.files ?? {};
    let commit: string | undefined;
    try {
      commit = await this.options.sources.commit(
        environment,
        { ...files, ...toRecordFiles(environment, release, outputs) },
        `Record revision ${release.revision} of ${environment.name}\n\nChange: ${change.id}`,
      );
    } catch (error) {
      signal.throwIfAborted();
      const reason = stringifyError(error);
      tell(reason);
      const { refused } = checkpointSchema.parse(context.checkpoint);
      if (refused + 1 < MAX_PUSHES) {
        return {
          state: 'waiting',
          summary: 'The repository refused the record; trying again',
          retryAfter: RETRY_MS,
          checkpoint: { refused: refused + 1 },
        };
      }
      // The release runs; a protected branch must not make a failure of that.
      return {
        state: 'succeeded',
        summary: `Not recorded in Git, the repository refused it: ${reason}`,
        result: { refused: reason },
      };
    }
    const answers = readAnswers(
      files[sourcePaths.answers(environment)],
      environment.answers,
    );
    if (answers) {
      await this.options.registry.changeAnswers(environment.id, answers);
    }
    const summary = commit
      ? `Recorded in ${commit.slice(0, 7)}`
      : 'The repository says it already';
    return { state: 'succeeded', summary, result: commit ? { commit } : {} };
  }
}
