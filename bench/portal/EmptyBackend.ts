import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { readPortalEnvironment } from '../../sandbox/src/portal/portalEnvironment.ts';
import type { Settings } from '../../sandbox/src/settings.ts';
import { PortalClient } from './PortalClient.ts';
import { until } from './until.ts';

/** A Backstage backend with everything but ours, on the same configuration. */
export class EmptyBackend {
  readonly client: PortalClient;
  readonly inspectorPort: number;
  readonly #settings: Settings;
  #child: ChildProcess | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.inspectorPort = settings.portalPort + 3;
    this.client = new PortalClient(`http://localhost:${this.#port}`);
  }

  get #port(): number {
    return this.#settings.portalPort + 2;
  }

  async start(): Promise<void> {
    const { root, state } = this.#settings;
    const data = path.join(state, 'empty');
    await mkdir(data, { recursive: true });
    const configs = ['app-config.yaml', 'app-config.sandbox.yaml'];
    this.#child = spawn(
      process.execPath,
      [
        `--inspect=127.0.0.1:${this.inspectorPort}`,
        ...['--enable-source-maps', '--require'],
        '@backstage/cli/config/nodeTransform.cjs',
        path.join(root, 'bench/product/emptyBackend'),
        ...configs.flatMap(name => ['--config', path.join(root, name)]),
      ],
      {
        cwd: path.join(root, 'packages/backend'),
        stdio: 'ignore',
        env: {
          ...process.env,
          NODE_ENV: 'development',
          ...(await readPortalEnvironment(this.#settings)),
          SANDBOX_PORTAL_URL: this.client.url,
          SANDBOX_PORTAL_PORT: `${this.#port}`,
          SANDBOX_DATA: data,
        },
      },
    );
    await until(
      'The empty backend',
      async () => {
        if (this.#child?.exitCode !== null) {
          throw new Error('The empty backend has ended');
        }
        return this.client.signIn().then(
          () => true,
          () => false,
        );
      },
      { seconds: 120 },
    );
    await this.client.get('/api/catalog/entities?limit=20');
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.kill();
    await ended;
  }
}
