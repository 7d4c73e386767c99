import { z } from 'zod/v4';
import type { StackProvisioner } from '../stacks/StackProvisioner';
import { readOutputs } from './readOutputs';
import type { ReleaseRecord } from './ReleaseRecord';
import { resultOf } from './stageResults';
import type { StageContext, StageOutcome, StageRunner } from './StageRunner';
import { toRecordFinding, toUnrecordedFinding } from './toRecordFinding';

/** Pushes that are tried before the refusal becomes a finding. */
const MAX_PUSHES = 3;
const RETRY_MS = 2_000;
const TIMEOUT_MS = 10 * 60_000;

const checkpointSchema = z.object({ refused: z.number().default(0) });

/** What the stage works with. */
export interface RecordStageOptions {
  record: Pick<ReleaseRecord, 'write'>;
  provisioners: readonly StackProvisioner[];
}

/** Records what runs now; the release runs, whatever the repository says to that. */
export class RecordStage implements StageRunner {
  readonly name = 'record';

  constructor(private readonly options: RecordStageOptions) {}

  timeoutOf() {
    return TIMEOUT_MS;
  }

  async run(context: StageContext): Promise<StageOutcome> {
    const { provisioners, record } = this.options;
    const release = resultOf(context, 'release');
    const outputs = await readOutputs(context, provisioners);
    const written = await record.write(context, { release, outputs });
    switch (written.state) {
      case 'written': {
        const { commit } = written;
        const summary = commit
          ? `Recorded in ${commit.slice(0, 7)}`
          : 'The repository says it already';
        return {
          state: 'succeeded',
          summary,
          result: commit ? { commit } : {},
        };
      }
      case 'proposed': {
        const { branch, pullRequest } = written;
        return {
          state: 'succeeded',
          summary: `To be merged: ${pullRequest?.url ?? `branch ${branch}`}`,
          result: { branch },
          finding: toRecordFinding(context, written),
        };
      }
      default:
        return refuse(context, written.reason);
    }
  }
}

function refuse(context: StageContext, reason: string): StageOutcome {
  const { refused } = checkpointSchema.parse(context.checkpoint);
  if (refused + 1 < MAX_PUSHES) {
    return {
      state: 'waiting',
      summary: 'The repository refused the record; trying again',
      retryAfter: RETRY_MS,
      checkpoint: { refused: refused + 1 },
    };
  }
  return {
    state: 'succeeded',
    summary: `Not recorded in Git, the repository refused it: ${reason}`,
    result: { refused: reason },
    finding: toUnrecordedFinding(context, reason),
  };
}
