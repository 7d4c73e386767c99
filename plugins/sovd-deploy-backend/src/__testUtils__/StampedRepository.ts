import {
  cp,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Git } from '../environments/Git';
import { sandboxGit } from './sandboxGit';

const OWNER = 'sovd';
const template = path.join(__dirname, '../../../../templates/sovd-webapp');
/** Where a stamp has what the examples of the template show. */
const examples: Record<string, string> = {
  'environment.yaml': 'environments/staging/environment.yaml',
  'estimate.json': 'environments/staging/estimate.json',
  'values.yaml': 'environments/staging/values.yaml',
  'parameters/staging.json':
    'infrastructure/cloudformation/parameters/staging.json',
  bootstrap: 'infrastructure/k8s/bootstrap/staging',
  '.sovd-template.yaml': '.sovd-template.yaml',
};

/** A stamped repository on the sandbox's Git host, with its clone: stack, chart and migrations are the template's. */
export class StampedRepository {
  private readonly host = sandboxGit();
  private readonly git = new Git([this.host]);

  private constructor(private readonly name: string, readonly folder: string) {}

  /** Makes it for an application; nothing is committed yet. */
  static async create(name: string): Promise<StampedRepository> {
    const folder = await mkdtemp(path.join(tmpdir(), 'sovd-stamped-'));
    const repository = new StampedRepository(name, folder);
    await repository.host.call('POST', `/orgs/${OWNER}/repos`, { name });
    await repository.git.run(folder, ['init', '-q', '-b', 'main']);
    for (const part of ['backend', 'infrastructure']) {
      await cp(path.join(template, 'content', part), path.join(folder, part), {
        recursive: true,
      });
    }
    for (const [from, to] of Object.entries(examples)) {
      await cp(
        path.join(template, 'examples/staging', from),
        path.join(folder, to),
        { recursive: true },
      );
      await repository.rename(to);
    }
    await repository.write(
      'backend/app/application.json',
      JSON.stringify({ name, description: 'Killed' }),
    );
    return repository;
  }

  async write(file: string, content: string): Promise<void> {
    await writeFile(path.join(this.folder, file), content);
  }

  async change(file: string, from: string, to: string): Promise<void> {
    const text = await readFile(path.join(this.folder, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    await this.write(file, text.replace(from, to));
  }

  /** Commits what is there onto the default branch, and tags it. */
  async push(message: string, tag: string): Promise<void> {
    const url = `${this.host.baseUrl}/${OWNER}/${this.name}.git`;
    const run = (...args: string[]) => this.git.run(this.folder, args);
    await run('add', '--all', '--force');
    const team = ['user.name=team', 'user.email=team@example.com'];
    const asTeam = team.flatMap(setting => ['-c', setting]);
    await run(...asTeam, 'commit', '-q', '-m', message);
    if (await run('ls-remote', '--heads', url, 'main')) {
      await run(...asTeam, 'pull', '-q', '--rebase', url, 'main');
    }
    await run('tag', tag);
    await run('push', '-q', url, 'HEAD:main', tag);
  }

  async dispose(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The examples are those of an application named `fleet`. */
  private async rename(place: string): Promise<void> {
    const full = path.join(this.folder, place);
    const entries = await readdir(full).catch(() => undefined);
    for (const entry of entries ?? []) {
      await this.rename(path.join(place, entry));
    }
    if (entries) return;
    const text = await readFile(full, 'utf8');
    await writeFile(full, text.replaceAll('fleet', this.name));
  }
}
