import {
  appendFile,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import {
  filesOf,
  stamp,
  template,
} from '@sovd/templates/tests/StampedRepositoryFixture.ts';
import { parse } from 'yaml';
import { loadPortal, type Portal, type StampedFile } from './portal.ts';
import { unpackFixture } from './UpgradeFixture.ts';

const credentials = { username: 'portal', password: 'correct horse' };
const silent = () => undefined;

/** Where the fixtures' environments run, in full. */
const target = {
  name: 'aws',
  title: 'AWS',
  cluster: 'shared',
  clusterMode: 'create',
  region: 'us-east-1',
  accountId: '123456789012',
  namespacePattern: '{name}-{environment}',
  repositories: { type: 'gitea', host: 'localhost:15930', owner: 'sovd' },
  engines: ['cloudformation', 'terraform'],
  strategies: ['rolling', 'canary'],
  databaseClasses: ['db.t3.medium', 'db.t3.large'],
  kubernetesVersions: ['1.36'],
  workloadIdentities: ['irsa', 'pod-identity'],
  availabilityZones: 3,
  addOns: ['monitoring', 'tracing', 'network-policy', 'argo-rollouts'],
  usedCidrs: [],
};

/** Version that the template in this work tree has. */
export const newest = parse(
  await readFile(path.join(template, 'template.yaml'), 'utf8'),
).metadata.annotations['sovd.io/template-version'] as string;

type Server = Awaited<ReturnType<Portal['startTestGitServer']>>;

/**
 * The repository of a team on a Git host of its own: stamped by an earlier version, edited by
 * the team, upgraded by the portal's own code.
 */
export class TeamRepository {
  /** The team's clone of the default branch. */
  readonly clone: string;
  readonly #root: string;
  readonly #portal: Portal;
  readonly #server: Server;

  private constructor(root: string, portal: Portal, server: Server) {
    this.#root = root;
    this.#portal = portal;
    this.#server = server;
    this.clone = path.join(root, 'clone');
  }

  /** What publishing did: the stamp of an earlier version is the first commit. */
  static async stampedBy(version: string): Promise<TeamRepository> {
    const portal = await loadPortal();
    const root = await mkdtemp(path.join(tmpdir(), 'sovd-team-'));
    const server = await portal.startTestGitServer(root, credentials);
    const team = new TeamRepository(root, portal, server);
    const bare = path.join(root, 'sovd', 'harbor.git');
    await mkdir(path.dirname(bare));
    await runProgram('git', ['init', '-q', '--bare', '-b', 'main', bare]);
    await runProgram('git', ['clone', '-q', bare, team.clone]);
    unpackFixture(version, team.clone);
    await team.commit('Stamp SOVD WebApp');
    return team;
  }

  async dispose(): Promise<void> {
    await this.#server.close();
    await rm(this.#root, { recursive: true, force: true });
  }

  get url(): string {
    return `${this.#server.baseUrl}/sovd/harbor`;
  }

  get stamps() {
    const { baseUrl } = this.#server;
    const host = { host: new URL(baseUrl).host, baseUrl, credentials };
    return new this.#portal.GitStampRepository(new this.#portal.Git([host]));
  }

  async git(...command: string[]): Promise<string> {
    const who = ['-c', 'user.name=Team', '-c', 'user.email=team@example.com'];
    return runProgram('git', ['-C', this.clone, ...who, ...command]);
  }

  read(file: string): Promise<string> {
    return readFile(path.join(this.clone, file), 'utf8');
  }

  /** Commits and pushes whatever the clone has now. */
  async commit(message: string): Promise<void> {
    await this.git('add', '--all', '--force');
    await this.git('commit', '-q', '-m', message);
    await this.git('push', '-q', 'origin', 'HEAD:main');
  }

  async append(file: string, text: string): Promise<void> {
    await appendFile(path.join(this.clone, file), text);
  }

  async write(file: string, text: string): Promise<void> {
    const at = path.join(this.clone, file);
    await mkdir(path.dirname(at), { recursive: true });
    await writeFile(at, text);
  }

  /**
   * Merges a proposal as a person does who takes the proposed side of what both changed.
   *
   * @returns files that both sides changed, as Git says
   */
  async merge(branch: string): Promise<string[]> {
    await this.git('fetch', '-q');
    const merged = await this.git('merge', '--no-ff', `origin/${branch}`).then(
      () => true,
      () => false,
    );
    if (merged) {
      await this.git('push', '-q', 'origin', 'HEAD:main');
      return [];
    }
    const files = await this.git('diff', '--name-only', '--diff-filter=U');
    const both = files.split('\n').filter(Boolean);
    await this.git('checkout', '-q', '--theirs', '--', ...both);
    await this.commit('Take the newer version');
    return both;
  }

  /** What the template `sovd-webapp-upgrade` does, with the portal's own code. */
  async upgrade(open = false) {
    const base = await this.stamps.readStamp(this.url, open);
    const workspace = await mkdtemp(path.join(this.#root, 'task-'));
    await layOut(path.join(workspace, 'base'), base.files);
    const [{ name, description }] = Object.values(base.record.environments) as {
      name: string;
      description: string;
    }[];
    const fetched = await stamp({ name, description });
    await cp(fetched, path.join(workspace, 'stamp'), { recursive: true });
    await cp(
      path.join(template, 'versions.yaml'),
      path.join(workspace, 'versions.yaml'),
    );
    const outputs = await this.render(workspace);
    const folder = path.join(workspace, 'stamp');
    const files = await readStamp(folder);
    const record = this.#portal.templateRecordSchema.parse(
      parse(await readFile(path.join(folder, '.sovd-template.yaml'), 'utf8')),
    );
    const branch = `sovd/template-${newest}`;
    const written = await this.stamps.write(
      this.url,
      { base: base.commit, branch, message: outputs.title, record, files },
      open,
    );
    const folders = { before: path.join(workspace, 'base'), after: folder };
    return { ...written, ...outputs, branch, record, folders };
  }

  private async render(workspacePath: string) {
    const outputs: Record<string, string> = {};
    const targets = [this.#portal.targetSchema.parse(target)];
    const action = this.#portal.createStampRenderAction({
      ask: (_who: unknown, question: (api: unknown) => unknown) =>
        question({ listTargets: async () => targets }),
    });
    await action.handler({
      workspacePath,
      input: {
        repositoryUrl: `http://localhost:15930/sovd/harbor`,
        basePath: './base',
        targetPath: './stamp',
        notesPath: './versions.yaml',
      },
      templateInfo: {
        entity: {
          metadata: {
            name: 'sovd-webapp-upgrade',
            annotations: { 'sovd.io/template-version': newest },
          },
        },
      },
      logger: { info: silent },
      output: (name: string, value: string) => {
        outputs[name] = value;
      },
    });
    return outputs as { version: string; title: string; body: string };
  }

  /** Tells with the real Helm what an upgrade changes, as its pull request does. */
  compare(helm: string, { folders, record }: Upgrade): Promise<string> {
    const { HelmProgram, HelmReleaseRenderer, StampComparer } = this.#portal;
    const access = {
      connect: async () => ({ url: 'https://127.0.0.1:9', token: 'none' }),
    };
    const place = {
      access,
      releaseTimeoutMs: 600_000,
      progressDeadlineSeconds: 600,
    };
    const renderer = new HelmReleaseRenderer({
      program: new HelmProgram({ helm }),
      placeOf: () => place,
    });
    const environments = Object.entries(record.environments).map(
      ([name, answers]) => ({
        answers,
        namespace: `harbor-${name}`,
        releaseName: `harbor-${name}`,
      }),
    );
    const { before, after } = folders;
    return new StampComparer({ renderer }).compare(before, after, environments);
  }

  /** Addresses that Terraform is told to move, in every file of a folder. */
  async movedIn(folder: string): Promise<Set<string>> {
    const files = (await filesOf(folder)).filter(name => name.endsWith('.tf'));
    const texts = await Promise.all(
      files.map(name => readFile(path.join(folder, name), 'utf8')),
    );
    const moves = texts.join('\n').matchAll(/^moved \{\s*from\s*=\s*(\S+)/gm);
    return new Set([...moves].map(([, from]) => from));
  }

  /** What the comparison reads of a folder's engines. */
  engines(folder: string) {
    return new this.#portal.StampFolder(folder);
  }
}

/** What became of an upgrade. */
export type Upgrade = Awaited<ReturnType<TeamRepository['upgrade']>>;

async function layOut(folder: string, files: readonly StampedFile[]) {
  for (const { path: name, content, executable } of files) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, Buffer.from(content, 'base64'), {
      mode: executable ? 0o755 : 0o644,
    });
  }
}

async function readStamp(folder: string): Promise<StampedFile[]> {
  const names = await filesOf(folder);
  return Promise.all(
    names.map(async name => {
      const file = path.join(folder, name);
      const content = (await readFile(file)).toString('base64');
      const executable = ((await stat(file)).mode & 0o111) !== 0;
      return { path: name, content, executable };
    }),
  );
}
