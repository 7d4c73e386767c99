import { access } from 'node:fs/promises';
import path from 'node:path';
import { stringifyError } from '@backstage/errors';
import type { Environment, PullRequest } from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import type { SourceRepository } from '../environments/SourceRepository';
import type { PullRequests } from '../stamps/PullRequests';
import { proposalBranch } from '../stamps/proposalBranch';
import { blocker } from './blocker';
import { sourcePaths } from './sourcePaths';
import type { StageContext, StageOutcome } from './StageRunner';

/** Between two looks for the merge, in milliseconds. */
const LOOK_MS = 5_000;
/** Between two looks while the Git host can't be asked, in milliseconds. */
const HOST_LOOK_MS = 30_000;

/** What the wait notes between two looks. */
export const mergeWaitSchema = z.object({
  /** Newest commit of the default branch that was looked into. */
  seen: z.string(),
  /** What the log was told last. */
  told: z.string(),
});

/** What a look came to: the commit that has the environment, or what to do instead. */
export type MergeLook =
  | { commit: string; waited: boolean }
  | { outcome: StageOutcome };

/**
 * Waits for people: until the pull request that brings an environment's files into the
 * repository is merged. It has no time limit, and outlives a Git host that is away.
 */
export class MergeWait {
  constructor(
    private readonly options: {
      sources: Pick<SourceRepository, 'checkOut' | 'readRefs'>;
      pullRequests: Pick<PullRequests, 'findNewest'>;
    },
  ) {}

  async look(context: StageContext): Promise<MergeLook> {
    const noted = mergeWaitSchema.safeParse(context.checkpoint.merge).data;
    try {
      return await this.lookNow(context, noted);
    } catch (error) {
      if (!noted || context.signal.aborted) throw error;
      const summary = `The Git host can't be asked now, looking again: ${stringifyError(
        error,
      )}`;
      return wait(summary, HOST_LOOK_MS, noted);
    }
  }

  private async lookNow(
    { environment, signal, tell }: StageContext,
    noted: z.infer<typeof mergeWaitSchema> | undefined,
  ): Promise<MergeLook> {
    const { pullRequests, sources } = this.options;
    let seen = noted?.seen;
    // asking for the newest commit is cheap, checking it out isn't
    if (!seen || (await sources.readRefs(environment, signal)).head !== seen) {
      const tree = await sources.checkOut(environment, undefined, signal);
      try {
        const answers = path.join(
          tree.folder,
          sourcePaths.answers(environment),
        );
        if (await exists(answers)) {
          return { commit: tree.commit, waited: noted !== undefined };
        }
      } finally {
        await tree.dispose();
      }
      seen = tree.commit;
    }
    const branch = proposalBranch({
      kind: 'environment',
      environment: environment.answers.environment,
    });
    const { repositoryUrl } = environment;
    const found = await pullRequests.findNewest(repositoryUrl, branch);
    if (found?.state === 'closed')
      return { outcome: refusal(environment, found) };
    const summary = toSummary(environment, found);
    if (noted?.told !== summary) tell(summary);
    return wait(summary, LOOK_MS, { seen, told: summary });
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

function wait(
  summary: string,
  retryAfter: number,
  merge: z.infer<typeof mergeWaitSchema>,
): MergeLook {
  return {
    outcome: {
      state: 'waiting',
      summary,
      retryAfter,
      checkpoint: { merge },
      limit: 'none',
    },
  };
}

function toSummary(environment: Environment, found?: PullRequest): string {
  const { name, repositoryUrl } = environment;
  if (found?.state === 'open') {
    return `Waiting until the pull request that adds ${name} is merged: ${found.url}`;
  }
  return `Waiting until ${sourcePaths.answers(
    environment,
  )} of ${name} is on the default branch of ${repositoryUrl}`;
}

function refusal({ name }: Environment, { url }: PullRequest): StageOutcome {
  return {
    state: 'failed',
    finding: blocker(
      'proposal-closed',
      `The pull request that adds ${name} was closed`,
      `${url} was closed without being merged, so the repository has no files of ${name}.`,
      'Run Add environment again with the same answers, and merge its pull request',
    ),
  };
}
