import {
  chmod,
  mkdir,
  mkdtemp,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import execa from 'execa';
import { describeStampRepository } from '../__testUtils__/stampRepositoryContract';
import { startTestGitServer } from '../__testUtils__/startTestGitServer';
import type { TestGitServer } from '../__testUtils__/startTestGitServer';
import { testStamp, toStampedFiles } from '../__testUtils__/testStamp';
import { Git } from '../environments/Git';
import { GitStampRepository } from './GitStampRepository';
import { readTemplateRecord } from './readTemplateRecord';

const credentials = { username: 'portal', password: 'correct horse' };
const BASE = 'sovd-template/base';
const noCompare = async () => '';
const BRANCH = 'sovd/add-env-production';

describe('GitStampRepository', () => {
  let root: string;
  let server: TestGitServer;
  let stamps: GitStampRepository;
  let url: string;
  let work: string;

  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'sovd-stamp-test-'));
    server = await startTestGitServer(root, credentials);
    url = `${server.baseUrl}/sovd/fleet`;
    work = path.join(root, 'work');
    const bare = path.join(root, 'sovd', 'fleet.git');
    await execa('git', ['init', '-q', '--bare', '-b', 'trunk', bare]);
    await execa('git', ['clone', '-q', bare, work]);
    await git('config', 'user.name', 'A');
    await git('config', 'user.email', 'a@example.com');
    stamps = new GitStampRepository(new Git(hosts()));
  });

  afterEach(async () => {
    await server.close();
    await rm(root, { recursive: true });
  });

  function hosts(password = credentials.password) {
    const { baseUrl } = server;
    const host = new URL(baseUrl).host;
    return [{ host, baseUrl, credentials: { ...credentials, password } }];
  }

  async function git(...command: string[]) {
    return (await execa('git', command, { cwd: work })).stdout;
  }

  /** Where a branch of the server is; empty when it isn't there. */
  const tipOf = async (branch: string) =>
    (await git('ls-remote', 'origin', `refs/heads/${branch}`)).slice(0, 40);

  async function edit(files: Record<string, string | undefined>) {
    await git('pull', '-q', 'origin', 'trunk').catch(() => {});
    for (const [file, text] of Object.entries(files)) {
      const place = path.join(work, file);
      await mkdir(path.dirname(place), { recursive: true });
      if (text === undefined) await rm(place);
      else await writeFile(place, text);
    }
    await git('add', '-A', '-f', '.');
    await git('commit', '-q', '-m', 'Change');
    await git('push', '-q', 'origin', 'HEAD:trunk');
  }

  async function merge(branch: string, how: 'merge' | 'squash') {
    await git('pull', '-q', 'origin', 'trunk');
    await git('fetch', '-q', 'origin', branch);
    const way = how === 'squash' ? ['--squash'] : ['--no-ff', '--no-edit'];
    await git('merge', '-q', ...way, 'FETCH_HEAD');
    if (how === 'squash') await git('commit', '-q', '-m', 'Squashed');
    await git('push', '-q', 'origin', 'HEAD:trunk');
  }

  function newStamp(base: string, texts = testStamp()) {
    const record = readTemplateRecord(texts['.sovd-template.yaml'], 'a test');
    const files = toStampedFiles(texts);
    return { base, branch: BRANCH, message: 'Stamp it', record, files };
  }

  const withProduction = () =>
    testStamp({ environments: ['staging', 'production'] });

  describeStampRepository(async () => {
    return { stamps, url, publish: edit, edit, merge };
  });

  it('makes the base branch from the first commit, and both branches with a stamp on it', async () => {
    await edit(testStamp());
    const first = await git('rev-parse', 'HEAD');
    await edit({ 'team.md': 'Ours\n' });
    expect(await tipOf(BASE)).toBe('');
    await stamps.readStamp(url, false);
    expect(await tipOf(BASE)).toBe('');
    await stamps.prepare(url);
    expect(await tipOf(BASE)).toBe(first);

    const { commit } = await stamps.write(
      url,
      newStamp(first, withProduction()),
      false,
      noCompare,
    );
    expect([await tipOf(BASE), await tipOf(BRANCH)]).toEqual([commit, commit]);
    await git('fetch', '-q', 'origin', BASE);
    expect(await git('log', '-1', '--format=%P %s %an', commit)).toBe(
      `${first} Stamp it SOVD portal`,
    );
  });

  it('keeps every byte and the executable bit, whatever the repository asks of Git', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 128]);
    await edit({ ...testStamp(), '.gitattributes': '* text eol=crlf\n' });
    const { commit } = await stamps.readStamp(url, false);
    const stamp = newStamp(commit, {
      ...testStamp({ version: '0.4.0' }),
      '.gitattributes': '* text eol=crlf\n',
      '.gitignore': '*\n',
      'lines.txt': 'a\r\nb\n',
    });
    stamp.files.push(
      { path: 'bytes', content: bytes.toString('base64'), executable: false },
      { path: 'run.sh', content: 'Og==', executable: true },
    );
    await stamps.write(url, stamp, false, noCompare);
    const { files } = await stamps.readStamp(url, true);
    expect(new Set(files)).toEqual(new Set(stamp.files));
  });

  it('reads through no link that a team has put into its repository', async () => {
    const secret = path.join(root, 'secret');
    await writeFile(secret, 'all:\n');
    await edit(testStamp({ files: { Makefile: ['all:\n', 'managed'] } }));
    await rm(path.join(work, 'Makefile'));
    await symlink(secret, path.join(work, 'Makefile'));
    await edit({});
    const head = await stamps.readHead(url);
    const { drift } = await stamps.readCondition(url, head);
    expect(drift).toMatchObject([{ path: 'Makefile', state: 'edited' }]);
  });

  it('looks at no file out of the repository, whatever the record names', async () => {
    const record = testStamp({ files: { '../outside': ['out\n', 'managed'] } });
    await edit({ '.sovd-template.yaml': record['.sovd-template.yaml'] });
    await writeFile(path.join(root, 'outside'), 'out\n');
    const head = await stamps.readHead(url);
    const { drift } = await stamps.readCondition(url, head);
    expect(drift).toContainEqual({
      path: '../outside',
      policy: 'managed',
      state: 'missing',
    });
  });

  it('lets the first of two portals win that write at the same moment', async () => {
    await edit(testStamp());
    const { commit: base } = await stamps.readStamp(url, false);
    let winner = '';
    class OvertakenGit extends Git {
      async run(...call: Parameters<Git['run']>) {
        if (call[1][0] === 'push') {
          const won = newStamp(base, withProduction());
          winner = (await stamps.write(url, won, false, noCompare)).commit;
        }
        return super.run(...call);
      }
    }
    const loser = new GitStampRepository(new OvertakenGit(hosts()));
    const late = testStamp({ environments: ['staging', 'test'] });
    const branch = 'sovd/add-env-test';
    const refusal = loser.write(
      url,
      { ...newStamp(base, late), branch },
      false,
      noCompare,
    );
    await expect(refusal).rejects.toThrow(ConflictError);
    await expect(refusal).rejects.toThrow(/at the same moment.*run it again/s);
    expect([
      await tipOf(BASE),
      await tipOf(BRANCH),
      await tipOf(branch),
    ]).toEqual([winner, winner, '']);
  });

  it('moves no branch when the host refuses one, and says what to do', async () => {
    await edit(testStamp());
    const { commit: base } = await stamps.readStamp(url, false);
    const hook = path.join(root, 'sovd', 'fleet.git', 'hooks', 'pre-receive');
    await mkdir(path.dirname(hook), { recursive: true });
    await writeFile(
      hook,
      '#!/bin/sh\necho "no such branches here" >&2\nexit 1\n',
    );
    await chmod(hook, 0o755);
    const refusal = stamps.write(
      url,
      newStamp(base, withProduction()),
      false,
      noCompare,
    );
    await expect(refusal).rejects.toThrow(ConflictError);
    await expect(refusal).rejects.toThrow(/let the portal's account push/);
    expect([await tipOf(BASE), await tipOf(BRANCH)]).toEqual(['', '']);
  });

  it('says that the host refuses or is gone, and keeps the password', async () => {
    await edit(testStamp());
    const refused = new GitStampRepository(
      new Git(hosts('wrong battery')),
    ).readHead(url);
    await expect(refused).rejects.toThrow(ServiceUnavailableError);
    await expect(refused).rejects.not.toThrow(/wrong battery/);
    await server.close();
    await expect(stamps.readHead(url)).rejects.toThrow(
      /The Git host can't be asked about/,
    );
  });
});
