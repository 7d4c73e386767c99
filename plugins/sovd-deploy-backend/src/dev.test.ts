import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';

jest.setTimeout(90_000);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('dev/index.ts', () => {
  it('starts the plugin alone, with its routes and its actions', async () => {
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
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    const words: string[] = [];
    child.stderr.on('data', data => words.push(String(data)));
    const exited = once(child, 'exit');
    try {
      const url = `http://127.0.0.1:${port}`;
      const get = async (address: string) =>
        (
          await fetch(`${url}${address}`, {
            headers: { Authorization: mockCredentials.user.header() },
          })
        ).json();
      for (const end = Date.now() + 60_000; ; ) {
        const ready = `${url}/.backstage/health/v1/readiness`;
        if ((await fetch(ready).catch(() => undefined))?.ok) break;
        if (Date.now() > end || child.exitCode !== null) {
          throw new Error(`It never was ready: ${words.join('')}`);
        }
        await new Promise(resolve => setTimeout(resolve, 200));
      }
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
      child.kill('SIGTERM');
      await exited;
    }
  });
});
