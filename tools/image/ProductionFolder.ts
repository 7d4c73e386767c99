import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runProgram } from '../../sandbox/src/processes/runProgram.ts';

const READY_MS = 90_000;
const configs = ['app-config.yaml', 'app-config.production.yaml'];

/** What the image's last stage holds, in a folder that was empty before. */
export class ProductionFolder {
  readonly folder: string;
  readonly #root: string;

  private constructor(root: string, folder: string) {
    this.#root = root;
    this.folder = folder;
  }

  /** Builds the bundle and installs what it needs, from the package cache alone. */
  static async make(root: string): Promise<ProductionFolder> {
    const folder = await mkdtemp(path.join(tmpdir(), 'sovd-portal-'));
    const made = new ProductionFolder(root, folder);
    await runProgram('yarn', ['build:backend'], { cwd: root });
    const dist = path.join(root, 'packages', 'backend', 'dist');
    for (const archive of ['skeleton.tar.gz', 'bundle.tar.gz']) {
      const args = ['xzf', path.join(dist, archive), '-C', folder];
      await runProgram('tar', args, { cwd: folder });
    }
    const installed = ['yarn.lock', '.yarnrc.yml', 'backstage.json'];
    await made.#copy(...installed);
    await runProgram('yarn', ['workspaces', 'focus', '--all', '--production'], {
      cwd: folder,
      env: { ...process.env, YARN_ENABLE_NETWORK: '0' },
    });
    await made.#copy('templates/sovd-webapp', 'catalog-info.yaml', ...configs);
    return made;
  }

  async #copy(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      const to = path.join(this.folder, name);
      await cp(path.join(this.#root, name), to, { recursive: true });
    }
  }

  /** Keeps a file beside the configuration. @returns its path */
  async write(name: string, text: string): Promise<string> {
    const file = path.join(this.folder, name);
    await writeFile(file, text, { mode: 0o600 });
    return file;
  }

  /**
   * Starts it as the image does, with nothing of this shell's environment.
   *
   * @returns how to end it, once it says that it is ready
   * @throws Error with its last words
   */
  async start(
    url: string,
    env: Readonly<Record<string, string>>,
  ): Promise<() => Promise<void>> {
    const args = configs.flatMap(name => ['--config', name]);
    const child = spawn(process.execPath, ['packages/backend', ...args], {
      cwd: this.folder,
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const words: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', data => words.push(String(data)));
    }
    const stop = async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    };
    const readiness = `${url}/.backstage/health/v1/readiness`;
    for (const end = Date.now() + READY_MS; ; await delay(250)) {
      const answer = await fetch(readiness).catch(() => undefined);
      if (answer?.ok) return stop;
      if (Date.now() > end || child.exitCode !== null) {
        await stop();
        throw new Error(`It never was ready: ${words.slice(-10).join('')}`);
      }
    }
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
