import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { TEMPLATE_RECORD } from '@sovd/plugin-sovd-deploy-common';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { applicationOf } from './applicationOf';
import { GitError } from './Git';
import type { Git } from './Git';
import { GitCommitter } from './GitCommitter';
import { GitFolder } from './GitFolder';
import type {
  NewProposal,
  SourceRefs,
  SourceRepository,
  SourceTree,
} from './SourceRepository';
import { toSourceRefs } from './toSourceRefs';

/** Repositories of any host that speaks git's protocol over HTTP. */
export class GitSourceRepository implements SourceRepository {
  constructor(private readonly git: Git) {}

  async stateOf(url: string, name: string) {
    try {
      return await GitFolder.use(this.git, async folder => {
        if (!(await this.exists(folder, url))) return 'new';
        const record = await this.readRecord(folder, url);
        return record === name ? 'ours' : 'foreign';
      });
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      throw new ServiceUnavailableError(
        `The Git host can't be asked about ${url}: ${error.message}`,
      );
    }
  }

  async readRefs(
    { repositoryUrl }: Environment,
    signal: AbortSignal,
  ): Promise<SourceRefs> {
    return GitFolder.use(this.git, async folder => {
      const names = ['HEAD', 'refs/tags/*'];
      const text = await folder.run(
        ['ls-remote', '--', repositoryUrl, ...names],
        signal,
      );
      const refs = toSourceRefs(text);
      if (refs) return refs;
      throw new NotFoundError(`${repositoryUrl} has no commit yet`);
    });
  }

  async checkOut(
    { repositoryUrl }: Environment,
    ref: string | undefined,
    signal: AbortSignal,
  ): Promise<SourceTree> {
    const made = await GitFolder.make(this.git);
    try {
      const commit = await made.fetch(repositoryUrl, ref ?? 'HEAD', signal);
      await made.run(['checkout', '-q', commit], signal);
      const { folder } = made;
      return { commit, folder, dispose: () => made.dispose() };
    } catch (error) {
      await made.dispose();
      const absent = /couldn't find remote ref|not our ref/;
      if (error instanceof GitError && absent.test(error.output)) {
        throw new NotFoundError(`${repositoryUrl} has no ${ref ?? 'commit'}`);
      }
      throw error;
    }
  }

  commit(
    { repositoryUrl }: Environment,
    files: Record<string, string>,
    message: string,
  ) {
    return new GitCommitter(this.git).commit(repositoryUrl, files, message);
  }

  propose(
    { repositoryUrl }: Environment,
    { branch, files, message, open }: NewProposal,
  ) {
    const committer = new GitCommitter(this.git);
    return committer.propose(repositoryUrl, branch, files, message, open);
  }

  private async exists(folder: GitFolder, url: string): Promise<boolean> {
    try {
      await folder.run(['ls-remote', url, 'HEAD']);
      return true;
    } catch (error) {
      if (
        error instanceof GitError &&
        /repository '.*' not found/.test(error.output)
      ) {
        return false;
      }
      throw error;
    }
  }

  /** Name of the application that a repository was stamped for, if it says one. */
  private async readRecord(folder: GitFolder, url: string) {
    try {
      const commit = await folder.fetch(url, 'HEAD');
      const file = `${commit}:${TEMPLATE_RECORD}`;
      return applicationOf(await folder.run(['show', file]));
    } catch (error) {
      // Empty, or without the file; anything else is about the way there.
      const absent = /couldn't find remote ref|does not exist/;
      if (error instanceof GitError && absent.test(error.output)) {
        return undefined;
      }
      throw error;
    }
  }
}
