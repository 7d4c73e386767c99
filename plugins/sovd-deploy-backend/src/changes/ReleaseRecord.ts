import {
  NotAllowedError,
  NotFoundError,
  stringifyError,
} from '@backstage/errors';
import { tagOf, versionOf } from '@sovd/plugin-sovd-deploy-common';
import type {
  PullRequest,
  Release,
  StackOutputs,
} from '@sovd/plugin-sovd-deploy-common';
import { PushRefusedError } from '../environments/PushRefusedError';
import type {
  NewProposal,
  SourceRepository,
} from '../environments/SourceRepository';
import type { PullRequests } from '../stamps/PullRequests';
import { readAnswers } from './readAnswers';
import { sourcePaths } from './sourcePaths';
import type { StageContext } from './StageRunner';
import { toRecordFiles } from './toRecordFiles';

/** What a record is made of. */
export interface RecordedFacts {
  /** What runs; left out when nothing does, or nothing that the portal knows. */
  release?: Release;
  /** Of the stack; left out when the change knows nothing of them. */
  outputs?: StackOutputs;
}

/** Where a record stands now. */
export type WrittenRecord =
  | { state: 'written'; commit?: string }
  | {
      state: 'proposed';
      branch: string;
      /** Left out when the branch is pushed, but nobody can open one of it. */
      pullRequest?: PullRequest;
    }
  | { state: 'refused'; reason: string };

/** Says in Git what runs and on what, and has the registry follow what Git says. */
export class ReleaseRecord {
  constructor(
    private readonly options: {
      sources: Pick<SourceRepository, 'commit' | 'propose'>;
      pullRequests: Pick<PullRequests, 'listOpen' | 'open'>;
    },
  ) {}

  /**
   * Commits to the default branch, or where that is protected, to a pull request: one for
   * each environment, which later records join while it is open.
   *
   * @throws LeaseLostError, the signal's reason, and whatever the database throws: what
   * the repository says to it is no error, but told
   */
  async write(
    context: StageContext,
    facts: RecordedFacts,
  ): Promise<WrittenRecord> {
    const { change, environment, results, work } = context;
    const { release } = facts;
    // a release that was taken back isn't what the change has brought
    const isOwn = release && release.revision === results.release?.revision;
    const brought = (isOwn && work?.files) || {};
    const files = { ...brought, ...toRecordFiles(environment, facts) };
    if (Object.keys(files).length === 0) return { state: 'written' };
    const what = release
      ? `revision ${release.revision}`
      : `stack ${environment.stackName}`;
    const message = `Record ${what} of ${environment.name}\n\nChange: ${change.id}`;
    const written = await this.push(context, facts, { files, message });
    if (written.state !== 'written') return written;
    const answers = readAnswers(
      brought[sourcePaths.answers(environment)],
      environment.answers,
    );
    if (answers) {
      await context.write(({ registry }) =>
        registry.changeAnswers(environment.id, answers),
      );
    }
    return written;
  }

  private async push(
    context: StageContext,
    facts: RecordedFacts,
    commit: Pick<NewProposal, 'files' | 'message'>,
  ): Promise<WrittenRecord> {
    const { environment, signal, tell } = context;
    const { files, message } = commit;
    try {
      const made = await this.options.sources
        .commit(environment, files, message)
        .catch(error => {
          if (!(error instanceof PushRefusedError)) throw error;
          tell(error.message);
          return error;
        });
      signal.throwIfAborted();
      return made instanceof PushRefusedError
        ? await this.propose(context, facts, commit)
        : { state: 'written', ...(made && { commit: made }) };
    } catch (error) {
      // what a stopped step says is about the stop
      signal.throwIfAborted();
      const reason = stringifyError(error);
      tell(`The repository refused the record: ${reason}`);
      return { state: 'refused', reason };
    }
  }

  private async propose(
    { environment, signal, tell }: StageContext,
    { release }: RecordedFacts,
    commit: Pick<NewProposal, 'files' | 'message'>,
  ): Promise<WrittenRecord> {
    const { pullRequests, sources } = this.options;
    const { name, repositoryUrl } = environment;
    const branch = `sovd/record-${environment.answers.environment}`;
    const known = await orUnreachable(pullRequests.listOpen(repositoryUrl));
    const current = known?.find(one => one.branch === branch);
    // where nobody can tell what people have decided, nothing of the branch is thrown away
    const open = !known || current !== undefined;
    signal.throwIfAborted();
    const proposal = { ...commit, branch, open };
    const { differs, into } = await sources.propose(environment, proposal);
    if (!differs) return { state: 'written' };
    const runs = release
      ? `Revision ${release.revision} (${versionOf(
          tagOf(release.images),
        )}) of ${name} runs.`
      : `The stack of ${name} was changed.`;
    const wanted = {
      branch,
      into,
      title: `Record what runs on ${name}`,
      body: `${runs} ${into} takes no commits from the portal, so they are here: merge them, so that Git says what runs. While this is open, later changes of ${name} add theirs.`,
    };
    const pullRequest =
      current ??
      (await orUnreachable(pullRequests.open(repositoryUrl, wanted)));
    tell(
      pullRequest
        ? `The record is in the pull request ${pullRequest.url}`
        : `The record is in the branch ${branch}, of which no pull request can be opened from here`,
    );
    return { state: 'proposed', branch, ...(pullRequest && { pullRequest }) };
  }
}

/** Undefined for a host whose pull requests the portal has no right to, or no words for. */
async function orUnreachable<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    const shut =
      error instanceof NotFoundError || error instanceof NotAllowedError;
    if (shut) return undefined;
    throw error;
  }
}
