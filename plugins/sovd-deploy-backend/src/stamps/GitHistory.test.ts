import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import execa from 'execa';
import { startTestGitServer } from '../__testUtils__/startTestGitServer';
import type { TestGitServer } from '../__testUtils__/startTestGitServer';
import { toStampedFiles } from '../__testUtils__/testStamp';
import { Git } from '../environments/Git';
import { GitHistory } from './GitHistory';

const credentials = { username: 'portal', password: 'correct horse' };

// What a repository of stamps does with it is shown by GitStampRepository.test.ts.
describe('GitHistory', () => {
  let root: string;
  let server: TestGitServer;
  let git: Git;
  let url: string;

  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'sovd-history-test-'));
    const bare = path.join(root, 'sovd', 'fleet.git');
    await execa('git', ['init', '-q', '--bare', '-b', 'main', bare]);
    server = await startTestGitServer(root, credentials);
    const { baseUrl } = server;
    git = new Git([{ host: new URL(baseUrl).host, baseUrl, credentials }]);
    url = `${baseUrl}/sovd/fleet`;
  });

  afterEach(async () => {
    await server.close();
    await rm(root, { recursive: true });
  });

  /** Commits files without pushing them. */
  const commit = async (
    history: GitHistory,
    files: Record<string, string>,
    ...parents: string[]
  ) =>
    history.commit(
      await history.writeTree(toStampedFiles(files)),
      parents,
      'Commit',
    );

  const push = (to: string, from = '', branch = 'main') =>
    GitHistory.use(git, url, async history => {
      await history.fetch(['main']);
      await history.push([{ branch, from, to }]);
    });

  it('makes commits, reads them again elsewhere, and removes its folder', async () => {
    const first = await GitHistory.use(git, url, async history => {
      const made = await commit(history, { 'a/b.txt': 'one\r\n' });
      await history.push([{ branch: 'main', from: '', to: made }]);
      return made;
    });
    let place = '';
    await GitHistory.use(git, url, async history => {
      const heads = await history.readHeads('other');
      expect(heads).toEqual({
        defaultBranch: 'main',
        head: first,
        branches: new Map(),
      });
      await history.fetch([first], 1);
      const { files, folder } = await history.checkOut(first);
      const [file] = files;
      expect(file.place).toBe(path.join(folder, 'a/b.txt'));
      place = file.place;
      expect(file.path).toBe('a/b.txt');
      await expect(readFile(place, 'utf8')).resolves.toBe('one\r\n');
      await expect(history.textAt(first, 'a/b.txt')).resolves.toBe('one\r\n');
      await expect(history.textAt(first, 'none')).resolves.toBeUndefined();
    });
    expect(existsSync(place)).toBe(false);
  });

  it('says that there is no commit yet', async () => {
    const heads = GitHistory.use(git, url, history => history.readHeads());
    await expect(heads).rejects.toThrow(/has no commit .* publish/);
  });

  it('moves all branches or none', async () => {
    const first = await GitHistory.use(git, url, async history => {
      const made = await commit(history, { a: '1' });
      await history.push([{ branch: 'main', from: '', to: made }]);
      return made;
    });
    const moved = GitHistory.use(git, url, async history => {
      await history.fetch(['main']);
      const next = await commit(history, { a: '2' }, first);
      await history.push([
        { branch: 'free', from: '', to: next },
        // somebody else has made it already
        { branch: 'main', from: '', to: next },
      ]);
    });
    await expect(moved).rejects.toThrow(/stale info/);
    await expect(push(first, '', 'free')).resolves.toBeUndefined();
  });

  it('merges without a work tree, and names what only people can', async () => {
    const pushed = await GitHistory.use(git, url, async history => {
      const base = await commit(history, { a: '1' });
      await history.push([{ branch: 'main', from: '', to: base }]);
      return base;
    });
    const ours = async (text: string) =>
      GitHistory.use(git, url, async history => {
        await history.fetch(['main']);
        const made = await commit(history, { a: text }, pushed);
        await history.push([{ branch: `b${text}`, from: '', to: made }]);
        return made;
      });
    const [two, three] = [await ours('2'), await ours('3')];
    await GitHistory.use(git, url, async history => {
      await history.fetch([two, three]);
      const clash = await history.merge(two, three);
      expect(clash.conflicts).toEqual(['a']);
      const clean = await history.merge(two, pushed);
      expect(clean).toEqual({ tree: await history.treeOf(two), conflicts: [] });
      await expect(history.contains(two, pushed)).resolves.toBe(true);
      await expect(history.contains(two, three)).resolves.toBe(false);
      await expect(history.firstOf(two)).resolves.toBe(pushed);
    });
  });
});
