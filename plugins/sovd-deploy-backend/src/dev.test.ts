import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';

jest.setTimeout(180_000);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The program on a free port: on another one when somebody took it in the meantime. */
async function startProgram(): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
      'dev/index.ts',
    ],
    {
      cwd: path.join(__dirname, '..'),
      env: { PATH: process.env.PATH, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const words: string[] = [];
  for (const output of [child.stdout, child.stderr]) {
    output.on('data', data => words.push(`${data}`));
  }
  const closed = once(child, 'close');
  const stop = async () => {
    child.kill('SIGTERM');
    await closed;
  };
  const url = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + 60_000; ; ) {
    const ready = `${url}/.backstage/health/v1/readiness`;
    const isReady = (await fetch(ready).catch(() => undefined))?.ok;
    const isOver = child.exitCode !== null;
    if (isReady && !isOver) return { url, stop };
    if (isOver || Date.now() > end) {
      await stop();
      if (words.join('').includes('EADDRINUSE')) return startProgram();
      throw new Error(`It never was ready: ${words.join('')}`);
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

describe('dev/index.ts', () => {
  it('starts the plugin alone, with its routes and its actions', async () => {
    const { url, stop } = await startProgram();
    try {
      const get = async (address: string) =>
        (
          await fetch(`${url}${address}`, {
            headers: { Authorization: mockCredentials.user.header() },
          })
        ).json();
      await expect(get('/api/sovd-deploy/v1/targets')).resolves.toMatchObject({
        items: [{ name: 'sandbox' }],
      });
      const { actions } = await get(
        '/api/sovd-deploy/.backstage/actions/v1/actions',
      );
      expect(actions.map(({ id }: { id: string }) => id)).toContain(
        'sovd-deploy:get-environment',
      );
    } finally {
      await stop();
    }
  });
});
