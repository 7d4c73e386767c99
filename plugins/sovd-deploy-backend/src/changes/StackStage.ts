import { InputError } from '@backstage/errors';
import { stackOutputsSchema, versionOf } from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import type { SourceRepository } from '../environments/SourceRepository';
import type { PullRequests } from '../stamps/PullRequests';
import type {
  StackProvisioner,
  StackRequest,
} from '../stacks/StackProvisioner';
import { blocker } from './blocker';
import { checkOutWork } from './checkOutWork';
import { findProvisioner } from './findProvisioner';
import { MergeWait } from './MergeWait';
import { findMovedOutputs, toMovedOutputs } from './PlannedOutputs';
import { readStackSource } from './readStackSource';
import type { StackSource } from './readStackSource';
import type { StageContext, StageOutcome, StageRunner } from './StageRunner';
import { workOfCommit } from './workOf';

/** Between two looks at a stack, in milliseconds. */
const LOOK_MS = 2_000;
/** A database of several zones takes half an hour; CloudFormation itself gives up later. */
const TIMEOUT_MS = 90 * 60_000;
/** Changes whose files are kept between two looks. */
const KEPT_SOURCES = 20;

const checkpointSchema = z.object({
  commit: z.string().optional(),
  provisioner: z.record(z.string(), z.json()).default({}),
});

/** Brings the stack to what the change's commit says; chooses that commit when nothing was planned. */
export class StackStage implements StageRunner {
  readonly name = 'stack';
  private readonly kept = new Map<string, StackSource>();
  private readonly merge: MergeWait;

  constructor(
    private readonly options: {
      sources: SourceRepository;
      pullRequests: Pick<PullRequests, 'findNewest'>;
      provisioners: readonly StackProvisioner[];
    },
  ) {
    this.merge = new MergeWait(options);
  }

  timeoutOf() {
    return TIMEOUT_MS;
  }

  async run(context: StageContext): Promise<StageOutcome> {
    const { change, environment, signal, tell } = context;
    const { provisioner, ...noted } = checkpointSchema.parse(
      context.checkpoint,
    );
    const commit = context.work?.commit ?? noted.commit;
    if (!commit) return this.chooseCommit(context);

    let request: StackRequest;
    try {
      const source = await this.read(context, commit);
      request = { environment, changeId: change.id, ...source };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const next = 'Correct the file in the repository, then run again';
      return {
        state: 'failed',
        finding: blocker(
          'stack-source',
          'The stack has no template',
          error.message,
          next,
        ),
      };
    }
    const progress = await findProvisioner(
      this.options.provisioners,
      environment,
    ).advance(request, provisioner, tell, signal);
    switch (progress.state) {
      case 'waiting':
        return {
          state: 'waiting',
          summary: progress.summary,
          retryAfter: LOOK_MS,
          checkpoint: { commit, provisioner: progress.checkpoint },
        };
      case 'failed':
        this.kept.delete(change.id);
        return {
          state: 'failed',
          finding: blocker(
            'stack-failed',
            `Stack ${environment.stackName} failed`,
            progress.cause,
            progress.nextStep,
          ),
        };
      default: {
        this.kept.delete(change.id);
        const outputs = stackOutputsSchema.parse(progress.outputs);
        const planned = context.work?.outputs;
        const moved = planned ? findMovedOutputs(planned, outputs) : [];
        if (moved.length > 0) {
          return {
            state: 'failed',
            finding: toMovedOutputs(environment, moved),
          };
        }
        return {
          state: 'succeeded',
          summary: progress.summary,
          result: { commit, outputs },
        };
      }
    }
  }

  /**
   * A step of its own, so that the choice is in the database before anything is made of
   * it. An environment that was proposed in a pull request has to be merged first.
   */
  private async chooseCommit(context: StageContext): Promise<StageOutcome> {
    const look = await this.merge.look(context);
    if ('outcome' in look) return look.outcome;
    const { commit, waited } = look;
    const version = versionOf(`sha-${commit}`);
    context.tell(
      `Deploying commit ${commit} of ${context.environment.repositoryUrl}`,
    );
    return {
      state: 'waiting',
      summary: `Commit ${version} was chosen`,
      retryAfter: 0,
      checkpoint: { commit },
      version,
      // people may have taken days; the stack has its own time
      ...(waited && { limit: 'anew' }),
    };
  }

  private async read(
    context: StageContext,
    commit: string,
  ): Promise<StackSource> {
    const { change, environment, signal } = context;
    const kept = this.kept.get(change.id);
    if (kept) return kept;
    const tree = await checkOutWork(
      this.options.sources,
      environment,
      context.work ?? workOfCommit(commit),
      signal,
    );
    try {
      const source = await readStackSource(tree.folder, environment);
      const [oldest] = this.kept.keys();
      if (oldest && this.kept.size >= KEPT_SOURCES) this.kept.delete(oldest);
      this.kept.set(change.id, source);
      return source;
    } finally {
      await tree.dispose();
    }
  }
}
