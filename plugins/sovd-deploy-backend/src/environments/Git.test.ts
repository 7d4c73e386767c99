import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Git, GitError } from './Git';

const hosts = [
  {
    host: 'git.example',
    baseUrl: 'https://git.example',
    credentials: { username: 'portal', password: 'correct horse' },
  },
];

describe('Git', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sovd-git-test-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
    delete process.env.SOVD_SECRET_OF_THE_PORTAL;
  });

  /** Runs a shell as git would run an alias, with git's own environment. */
  const shell = (script: string, signal?: AbortSignal) =>
    new Git(hosts).run(folder, ['-c', `alias.x=!${script}`, 'x'], signal);

  it('inherits nothing of the portal but what it needs', async () => {
    process.env.SOVD_SECRET_OF_THE_PORTAL = 'secret';
    const variables = (await shell('env')).split('\n');
    const names = variables.map(line => line.split('=')[0]);
    expect(names).toContain('PATH');
    expect(names).not.toContain('SOVD_SECRET_OF_THE_PORTAL');
    expect(variables).toContain(`HOME=${tmpdir()}`);
  });

  it('gives credentials to their host alone', async () => {
    const git = new Git(hosts);
    const header = (url: string) =>
      git.run(folder, ['config', '--get-urlmatch', 'http.extraHeader', url]);
    await expect(header('https://git.example/sovd/fleet')).resolves.toBe(
      'Authorization: Basic cG9ydGFsOmNvcnJlY3QgaG9yc2U=\n',
    );
    await expect(header('https://git.example.evil/x')).rejects.toThrow(
      GitError,
    );
    await expect(header('http://git.example/x')).rejects.toThrow(GitError);
  });

  it('takes secrets out of what git says', async () => {
    const script =
      'echo correct horse, cG9ydGFsOmNvcnJlY3QgaG9yc2U=, harmless >&2; exit 1';
    const failure = shell(script);
    await expect(failure).rejects.toThrow('***, ***, harmless');
    await expect(failure).rejects.not.toThrow(/horse|cG9y/);
  });

  it('speaks no protocol that reaches the files of this machine', async () => {
    const git = new Git(hosts);
    await git.run(folder, ['init', '-q']);
    for (const url of [`file://${folder}`, 'ext::sh -c true', 'ssh://x/y']) {
      await expect(git.run(folder, ['ls-remote', '--', url])).rejects.toThrow(
        /transport .* not allowed/,
      );
    }
  });

  it('ends git when the signal aborts', async () => {
    const stop = new AbortController();
    const running = shell('sleep 60', stop.signal);
    setImmediate(() => stop.abort(new Error('stopping')));
    await expect(running).rejects.toThrow('stopping');
    await expect(shell('true', stop.signal)).rejects.toThrow('stopping');
  });
});
