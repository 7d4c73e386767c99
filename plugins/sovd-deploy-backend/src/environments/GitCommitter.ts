import { GitError } from './Git';
import type { Git } from './Git';
import { GitFolder } from './GitFolder';
import { portalAuthor } from './portalAuthor';
import type { ProposedCommit } from './SourceRepository';
import { isOvertaken, toPushError } from './toPushError';

/** How often a commit is made anew because somebody else pushed meanwhile. */
const PUSH_ATTEMPTS = 3;

/** Branches of a repository, with their newest commits. */
interface Heads {
  /** Full name of the default branch. */
  main: string;
  /** Of the other branch that was asked for; empty when there is none. */
  tip: string;
}

/** Brings files into a repository by commits of the portal's own. */
export class GitCommitter {
  constructor(private readonly git: Git) {}

  /** @see SourceRepository.commit */
  commit(
    url: string,
    files: Record<string, string>,
    message: string,
  ): Promise<string | undefined> {
    return this.again(async folder => {
      const { main } = await readHeads(folder, url);
      await folder.run(['checkout', '-q', await folder.fetch(url, main)]);
      if (!(await add(folder, files, message))) return undefined;
      await folder.run(['push', '-q', url, `HEAD:${main}`]);
      return headOf(folder);
    });
  }

  /** @see SourceRepository.propose */
  propose(
    url: string,
    branch: string,
    files: Record<string, string>,
    message: string,
    open: boolean,
  ): Promise<ProposedCommit> {
    const own = `refs/heads/${branch}`;
    return this.again(async folder => {
      const { main, tip } = await readHeads(folder, url, own);
      const from = open && tip ? own : main;
      await folder.run(['checkout', '-q', await folder.fetch(url, from)]);
      const into = main.replace('refs/heads/', '');
      const added = await add(folder, files, message);
      if (!added) return { into, differs: from === own };
      // only from where it was seen, so that nobody's commit is lost
      const lease = `--force-with-lease=${own}:${tip}`;
      await folder.run(['push', '-q', lease, url, `HEAD:${own}`]);
      return { into, differs: true, commit: await headOf(folder) };
    });
  }

  private async again<T>(act: (folder: GitFolder) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await GitFolder.use(this.git, act);
      } catch (error) {
        if (!isOvertaken(error) || attempt === PUSH_ATTEMPTS) {
          throw toPushError(error);
        }
      }
    }
  }
}

async function readHeads(
  folder: GitFolder,
  url: string,
  ...others: string[]
): Promise<Heads> {
  const text = await folder.run([
    ...['ls-remote', '--symref', url, 'HEAD'],
    ...others,
  ]);
  const main = /^ref: (refs\/heads\/\S+)\tHEAD$/m.exec(text)?.[1];
  if (!main) throw new GitError('ls-remote', `${url} has no default branch`);
  const lines = text.split('\n').map(line => line.split('\t'));
  const tip = lines.find(([, name]) => others.includes(name))?.[0] ?? '';
  return { main, tip };
}

/** @returns whether there was anything to say */
async function add(
  folder: GitFolder,
  files: Record<string, string>,
  message: string,
): Promise<boolean> {
  await folder.write(files);
  await folder.run(['add', '--', ...Object.keys(files)]);
  if (!(await folder.run(['status', '--porcelain']))) return false;
  await folder.run([...portalAuthor, 'commit', '-q', '-m', message]);
  return true;
}

async function headOf(folder: GitFolder): Promise<string> {
  return (await folder.run(['rev-parse', 'HEAD'])).trim();
}
