import {
  appendFile,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { loadPortal, type Portal } from './portal.ts';
import { unpackFixture } from './UpgradeFixture.ts';

const credentials = { username: 'portal', password: 'correct horse' };

type Server = Awaited<ReturnType<Portal['startTestGitServer']>>;

/** The repository of a team on a Git host of its own, stamped by an earlier version. */
export class TeamRepository {
  readonly portal: Portal;
  /** The team's clone of the default branch. */
  readonly clone: string;
  readonly #root: string;
  readonly #server: Server;

  private constructor(root: string, portal: Portal, server: Server) {
    this.#root = root;
    this.#server = server;
    this.portal = portal;
    this.clone = path.join(root, 'clone');
  }

  /** What publishing did: the stamp of an earlier version is the first commit. */
  static async stampedBy(version: string): Promise<TeamRepository> {
    const portal = await loadPortal();
    const root = await mkdtemp(path.join(tmpdir(), 'sovd-team-'));
    const server = await portal.startTestGitServer(root, credentials);
    const team = new TeamRepository(root, portal, server);
    const bare = path.join(root, 'sovd', 'harbor.git');
    await mkdir(path.dirname(bare));
    await runProgram('git', ['init', '-q', '--bare', '-b', 'main', bare]);
    await runProgram('git', ['clone', '-q', bare, team.clone]);
    unpackFixture(version, team.clone);
    await team.commit('Stamp SOVD WebApp');
    return team;
  }

  async dispose(): Promise<void> {
    await this.#server.close();
    await rm(this.#root, { recursive: true, force: true });
  }

  get url(): string {
    return `${this.#server.baseUrl}/sovd/harbor`;
  }

  /** The portal's own way to the stamps of the repository. */
  get stamps() {
    const { baseUrl } = this.#server;
    const { Git, GitStampRepository } = this.portal;
    const host = { host: new URL(baseUrl).host, baseUrl, credentials };
    return new GitStampRepository(new Git([host]));
  }

  /** A new folder that goes with the repository. */
  makeFolder(): Promise<string> {
    return mkdtemp(path.join(this.#root, 'task-'));
  }

  git(...command: string[]): Promise<string> {
    const who = ['-c', 'user.name=Team', '-c', 'user.email=team@example.com'];
    return runProgram('git', ['-C', this.clone, ...who, ...command]);
  }

  read(file: string): Promise<string> {
    return readFile(path.join(this.clone, file), 'utf8');
  }

  async write(file: string, text: string): Promise<void> {
    const at = path.join(this.clone, file);
    await mkdir(path.dirname(at), { recursive: true });
    await writeFile(at, text);
  }

  append(file: string, text: string): Promise<void> {
    return appendFile(path.join(this.clone, file), text);
  }

  /** Commits and pushes whatever the clone has now. */
  async commit(message: string): Promise<void> {
    await this.git('add', '--all', '--force');
    await this.git('commit', '-q', '-m', message);
    await this.git('push', '-q', 'origin', 'HEAD:main');
  }

  /**
   * Merges a proposal as a person does who takes the proposed side of what both changed.
   *
   * @returns files that both sides changed, as Git says
   */
  async merge(branch: string): Promise<string[]> {
    await this.git('fetch', '-q');
    const merged = await this.git('merge', '--no-ff', `origin/${branch}`).then(
      () => true,
      () => false,
    );
    if (merged) {
      await this.git('push', '-q', 'origin', 'HEAD:main');
      return [];
    }
    const files = await this.git('diff', '--name-only', '--diff-filter=U');
    const both = files.split('\n').filter(Boolean);
    await this.git('checkout', '-q', '--theirs', '--', ...both);
    await this.commit('Take the newer version');
    return both;
  }
}
