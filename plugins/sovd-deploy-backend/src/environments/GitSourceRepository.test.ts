import { ServiceUnavailableError } from '@backstage/errors';
import { existsSync } from 'node:fs';
import {
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import execa from 'execa';
import { Git } from './Git';
import { GitSourceRepository } from './GitSourceRepository';
import { describeSourceRepository } from '../__testUtils__/sourceRepositoryContract';
import { startTestGitServer } from '../__testUtils__/startTestGitServer';
import type { TestGitServer } from '../__testUtils__/startTestGitServer';
import { proposeEnvironment } from '../__testUtils__/testTarget';

const credentials = { username: 'portal', password: 'correct horse' };
const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
const { signal } = new AbortController();

describe('GitSourceRepository', () => {
  let root: string;
  let server: TestGitServer;

  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'sovd-git-test-'));
    server = await startTestGitServer(root, credentials);
  });

  afterEach(async () => {
    await server.close();
    await rm(root, { recursive: true });
  });

  const urlOf = (name: string) => `${server.baseUrl}/sovd/${name}`;
  const bareOf = (name: string) => path.join(root, 'sovd', `${name}.git`);

  function sourcesWith(password = credentials.password) {
    const { baseUrl } = server;
    const host = new URL(baseUrl).host;
    const hosts = [
      { host, baseUrl, credentials: { ...credentials, password } },
    ];
    return new GitSourceRepository(new Git(hosts));
  }

  async function workTreeOf(name: string) {
    const bare = bareOf(name);
    const work = path.join(root, 'work', name);
    if (!existsSync(bare)) {
      await mkdir(path.dirname(bare), { recursive: true });
      await execa('git', ['init', '-q', '--bare', '-b', 'trunk', bare]);
      await execa('git', ['clone', '-q', bare, work]);
    }
    await execa('git', ['pull', '-q'], { cwd: work, reject: false });
    return work;
  }

  async function pushAll(work: string) {
    const inside = { cwd: work };
    await execa('git', ['add', '.'], inside);
    await execa('git', [...author, 'commit', '-q', '-m', 'Change'], inside);
    await execa('git', ['push', '-q', 'origin', 'HEAD:trunk'], inside);
    return (await execa('git', ['rev-parse', 'HEAD'], inside)).stdout;
  }

  async function push(name: string, files: Record<string, string>) {
    const work = await workTreeOf(name);
    for (const [file, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(work, file)), { recursive: true });
      await writeFile(path.join(work, file), content);
    }
    return pushAll(work);
  }

  const fleet = () => ({
    ...proposeEnvironment(),
    repositoryUrl: urlOf('fleet'),
  });

  async function tag(name: string, label: string, commit: string) {
    const cwd = await workTreeOf(name);
    // annotated, as a release is tagged: the tag is an object of its own
    const annotated = [...author, 'tag', '-a', '-m', 'Release', label, commit];
    await execa('git', annotated, { cwd });
    await execa('git', ['push', '-q', 'origin', label], { cwd });
  }

  /** As hosts do it: a hook that looks at each reference and says no. */
  async function protect(name: string, ...branches: string[]) {
    const hook = path.join(bareOf(name), 'hooks', 'pre-receive');
    const refs = ['trunk', ...branches].map(branch => `refs/heads/${branch}`);
    await writeFile(
      hook,
      `#!/bin/sh\nwhile read from to ref; do case $ref in ${refs.join(
        '|',
      )}) echo "$ref is protected" >&2; exit 1;; esac; done\n`,
      { mode: 0o755 },
    );
  }

  async function readAt(name: string, branch: string, file: string) {
    const shown = await execa('git', ['show', `${branch}:${file}`], {
      cwd: bareOf(name),
      reject: false,
      stripFinalNewline: false,
    });
    return shown.failed ? undefined : shown.stdout;
  }

  describeSourceRepository(async () => ({
    sources: sourcesWith(),
    urlOf,
    push,
    tag,
    protect,
    readAt,
  }));

  it('takes an empty repository for foreign', async () => {
    await workTreeOf('empty');
    await expect(sourcesWith().stateOf(urlOf('empty'), 'empty')).resolves.toBe(
      'foreign',
    );
  });

  it('reports refused credentials instead of calling the place free, and keeps them secret', async () => {
    const wrong = sourcesWith('wrong battery');
    const refusal = wrong.stateOf(urlOf('fleet'), 'fleet');
    await expect(refusal).rejects.toThrow(/the host refuses the credentials/);
    await expect(refusal).rejects.not.toThrow(/wrong battery|d3Jvbmc/);
  });

  it('reports an unreachable host instead of calling the place free', async () => {
    await server.close();
    const refusal = sourcesWith().stateOf(urlOf('fleet'), 'fleet');
    await expect(refusal).rejects.toThrow(ServiceUnavailableError);
    await expect(refusal).rejects.toThrow(/can't be asked about .*fleet/);
    await expect(refusal).rejects.toThrow(/Failed to connect|refused/);
  });

  it('never follows a link out of the repository', async () => {
    const work = await workTreeOf('fleet');
    await symlink('/etc/hostname', path.join(work, 'template.yaml'));
    await pushAll(work);
    const tree = await sourcesWith().checkOut(fleet(), undefined, signal);
    await expect(
      readFile(path.join(tree.folder, 'template.yaml'), 'utf8'),
    ).resolves.toBe('/etc/hostname');
    await tree.dispose();
  });

  it('says the words of a branch that refuses the push', async () => {
    await push('fleet', { 'README.md': 'Hello' });
    await protect('fleet');
    await expect(
      sourcesWith().commit(fleet(), { file: 'text' }, 'Record'),
    ).rejects.toThrow(/git push failed: .*protected/s);
  });

  /** Has another commit reach a branch first, once, while somebody pushes. */
  async function overtake(name: string, branch: string, file: string) {
    const hook = path.join(bareOf(name), 'hooks', 'pre-receive');
    const other = path.join(root, 'other');
    const cwd = { cwd: other };
    await execa('git', ['clone', '-q', bareOf(name), other]);
    await writeFile(path.join(other, file), 'first');
    await execa('git', ['add', '.'], cwd);
    await execa('git', [...author, 'commit', '-q', '-m', 'First'], cwd);
    await writeFile(
      hook,
      `#!/bin/sh\nrm ${hook}\nunset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_DIR\ncd ${other} && git push -q origin HEAD:refs/heads/${branch}\n`,
      { mode: 0o755 },
    );
  }

  it('commits again on top of what was pushed meanwhile', async () => {
    await push('fleet', { 'README.md': 'Hello' });
    await overtake('fleet', 'trunk', 'other.txt');
    const sources = sourcesWith();
    await sources.commit(fleet(), { 'mine.txt': 'second' }, 'Record');
    const tree = await sources.checkOut(fleet(), undefined, signal);
    expect(existsSync(path.join(tree.folder, 'other.txt'))).toBe(true);
    expect(existsSync(path.join(tree.folder, 'mine.txt'))).toBe(true);
    await tree.dispose();
  });

  it('proposes again on top of what another portal has proposed meanwhile', async () => {
    await push('fleet', { 'README.md': 'Hello' });
    const branch = 'sovd/record-staging';
    await overtake('fleet', branch, 'other.txt');
    const files = { 'mine.txt': 'second' };
    const proposal = { branch, files, message: 'Record', open: true };
    await sourcesWith().propose(fleet(), proposal);
    await expect(readAt('fleet', branch, 'other.txt')).resolves.toBe('first');
    await expect(readAt('fleet', branch, 'mine.txt')).resolves.toBe('second');
  });
});
