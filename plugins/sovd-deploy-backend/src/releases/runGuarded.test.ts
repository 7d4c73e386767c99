import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runGuarded } from './runGuarded';

const shell = (
  script: string,
  options: Partial<Parameters<typeof runGuarded>[0]> = {},
) =>
  runGuarded({
    program: '/bin/sh',
    args: ['-c', script],
    env: { PATH: '/usr/bin:/bin' },
    cwd: tmpdir(),
    timeout: 60_000,
    signal: new AbortController().signal,
    tell: () => {},
    ...options,
  });

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function untilGone(pid: number): Promise<void> {
  for (const end = Date.now() + 60_000; isAlive(pid); ) {
    if (Date.now() > end) throw new Error(`${pid} still lives`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

describe('runGuarded', () => {
  it('gives output and exit code, and tells lines as they come', async () => {
    const told: string[] = [];
    expect(
      await shell('echo one; echo two >&2; exit 3', {
        tell: line => told.push(line),
      }),
    ).toEqual({
      exitCode: 3,
      stdout: 'one\n',
      stderr: 'two\n',
      timedOut: false,
    });
    expect(told.sort()).toEqual(['one', 'two']);
  });

  it("hides the portal's own environment", async () => {
    process.env.SOVD_TEST_SECRET = 'x';
    const { stdout } = await shell('env');
    delete process.env.SOVD_TEST_SECRET;
    expect(stdout).not.toContain('SOVD_TEST_SECRET');
    expect(stdout).toContain('PATH=/usr/bin:/bin');
  });

  it('ends the whole group when the signal aborts', async () => {
    const stopping = new AbortController();
    let pid = 0;
    const running = shell('sleep 60 & echo $!; wait', {
      signal: stopping.signal,
      tell: line => {
        pid = Number(line);
        stopping.abort(new Error('lease lost'));
      },
    });
    await expect(running).rejects.toThrow('lease lost');
    await untilGone(pid);
  });

  it('ends what takes too long, and says so', async () => {
    const { timedOut, exitCode } = await shell('sleep 60', { timeout: 100 });
    expect(timedOut).toBe(true);
    expect(exitCode).not.toBe(0);
  });

  it('begins nothing after an abort', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(shell('exit 0', { signal })).rejects.toThrow('stopped');
  });

  it.each([
    ['works', ''],
    ['has just asked it to end', 'ending.abort();'],
  ])(
    'leaves nothing behind when a portal that %s is killed',
    async (_, act) => {
      const file = path.join(__dirname, 'runGuarded.ts');
      const script = `
      import { runGuarded } from ${JSON.stringify(file)};
      const ending = new AbortController();
      runGuarded({
        program: '/bin/sh', args: ['-c', 'trap "" TERM; exec /bin/sleep 60'],
        env: {}, cwd: '/', timeout: 60000, signal: ending.signal, tell: () => {},
      });
      const { execFileSync } = await import('node:child_process');
      for (;;) {
        const found = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
          .split('\\n').map(line => line.trim().split(/\\s+/))
          .find(([, parent, program]) => Number(parent) === process.pid && program === '/bin/sleep');
        if (found) { ${act} console.log(found[0]); break; }
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      setInterval(() => {}, 1000);`;
      const portal = spawn(
        process.execPath,
        [
          '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
          '--input-type=module',
          '--eval',
          script,
        ],
        { cwd: __dirname, stdio: ['ignore', 'pipe', 'inherit'] },
      );
      const [line] = await once(portal.stdout, 'data');
      const pid = Number(String(line));
      expect(isAlive(pid)).toBe(true);
      portal.kill('SIGKILL');
      await untilGone(pid);
    },
  );
});
