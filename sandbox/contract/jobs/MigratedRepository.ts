import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { gitConnection, gitOrganization } from '../../src/git/gitConnection.ts';
import { gitEnvironment } from '../../src/git/GitMirrors.ts';
import { runProgram } from '../../src/processes/runProgram.ts';
import type { Settings } from '../../src/settings.ts';

const identity = {
  GIT_AUTHOR_NAME: 'team',
  GIT_AUTHOR_EMAIL: 'team@example.com',
  GIT_COMMITTER_NAME: 'team',
  GIT_COMMITTER_EMAIL: 'team@example.com',
};

/**
 * A repository in the sandbox's Git host with the stamped application's backend, whose tags add revisions:
 * v1 has 0001 and 0002, v2 has 0003 as well, v3 a 0004 that fails, v4 a 0004 that needs a lock.
 */
export class MigratedRepository {
  readonly name: string;
  readonly #settings: Settings;
  readonly #work: string;

  private constructor(settings: Settings, name: string, work: string) {
    this.#settings = settings;
    this.name = name;
    this.#work = work;
  }

  static async publish(
    settings: Settings,
    name: string,
  ): Promise<MigratedRepository> {
    const work = await mkdtemp(path.join(tmpdir(), 'sovd-repository-'));
    const repository = new MigratedRepository(settings, name, work);
    await repository.#publish();
    return repository;
  }

  async tag(name: string, from: string): Promise<void> {
    await this.#git('tag', name, from);
    await this.#git('push', '--quiet', 'origin', name);
  }

  async commit(name: string): Promise<string> {
    return (await this.#git('rev-parse', `${name}^{commit}`)).trim();
  }

  async dispose(): Promise<void> {
    await rm(this.#work, { recursive: true, force: true });
    await this.#api('DELETE', `/repos/${gitOrganization}/${this.name}`);
  }

  async #publish(): Promise<void> {
    const { root } = this.#settings;
    const content = path.join(root, 'templates/sovd-webapp/content/backend');
    const backend = path.join(this.#work, 'backend');
    await cp(content, backend, { recursive: true });
    const { url, host, username, password } = await gitConnection(
      this.#settings,
    );
    await this.#git('init', '--quiet', '--initial-branch=main');
    const remote = url.replace(
      host,
      `${username}:${encodeURIComponent(password)}@${host}`,
    );
    const address = `${remote}/${gitOrganization}/${this.name}.git`;
    await this.#git('remote', 'add', 'origin', address);
    await this.#release('v1', '0002_fault.py');
    await this.#release('v2', '0003_name.py');
    await this.#release('v3', '0004_bad.py');
    await rm(path.join(backend, 'alembic/versions/0004_bad.py'));
    await this.#release('v4', '0004_lock.py');
    const body = { name: this.name, private: false };
    await this.#api('POST', `/orgs/${gitOrganization}/repos`, body);
    await this.#git('push', '--quiet', '--tags', 'origin', 'main');
  }

  async #release(tag: string, revision: string): Promise<void> {
    await cp(
      path.join(import.meta.dirname, 'revisions', revision),
      path.join(this.#work, 'backend/alembic/versions', revision),
    );
    await this.#git('add', '--all', '--force');
    await this.#git('commit', '--quiet', '--message', tag);
    await this.#git('tag', tag);
  }

  #git(...args: string[]): Promise<string> {
    return runProgram('git', ['-C', this.#work, ...args], {
      env: { ...gitEnvironment(), ...identity },
    });
  }

  async #api(method: string, where: string, body?: object): Promise<void> {
    const { url, username, password } = await gitConnection(this.#settings);
    const basic = Buffer.from(`${username}:${password}`).toString('base64');
    const answer = await fetch(`${url}/api/v1${where}`, {
      method,
      headers: {
        authorization: `Basic ${basic}`,
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) {
      throw new Error(`${method} ${where}: ${answer.status}`);
    }
  }
}
