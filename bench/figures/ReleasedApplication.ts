import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { kubernetesProgram } from '../../sandbox/src/builds/kubernetesPrograms.ts';
import { kubernetesFiles } from '../../sandbox/src/kubernetes/kubernetesFiles.ts';
import type { Bench } from '../portal/Bench.ts';
import type { PortalClient } from '../portal/PortalClient.ts';
import { Repository } from '../portal/Repository.ts';
import { run, timed } from '../portal/run.ts';
import { until } from '../portal/until.ts';

interface Change {
  id: string;
  phase: string;
  finding?: { headline: string; cause: string };
  stages: { name: string; startedAt?: string; finishedAt?: string }[];
}

/** An environment that releases, with the chart and values that the portal gave Helm. */
export class ReleasedApplication {
  readonly #client: PortalClient;
  readonly #helm: string;
  readonly #kubeconfig: string;
  readonly #path: string;
  readonly name: string;
  readonly repository: Repository;

  private constructor(
    client: PortalClient,
    helm: string,
    kubeconfig: string,
    name: string,
    repository: Repository,
  ) {
    this.#client = client;
    this.#helm = helm;
    this.#kubeconfig = kubeconfig;
    this.#path = `/api/sovd-deploy/v1/environments/default/${name}`;
    this.name = name;
    this.repository = repository;
  }

  static async of(bench: Bench): Promise<ReleasedApplication> {
    const name = await bench.environment();
    const { settings } = bench;
    return new ReleasedApplication(
      await bench.portal(),
      await kubernetesProgram(settings, 'helm'),
      kubernetesFiles(settings).adminKubeconfig,
      name,
      await Repository.clone(settings, name.replace(/-staging$/, '')),
    );
  }

  get chart(): string {
    return path.join(this.repository.folder, 'infrastructure/helm/sovd-webapp');
  }

  /** Waits until the image registry has the version, as it has in a team's day. */
  async offers(version: string): Promise<void> {
    await until(`Version ${version}`, async () => {
      const { body } = await this.#client.get<{ items: { tag: string }[] }>(
        `${this.#path}/versions`,
      );
      return body.items.some(({ tag }) => tag === version);
    });
  }

  async plan(version: string) {
    return this.#client.post<{ digest: string }>(`${this.#path}/plans`, {
      kind: 'upgrade',
      input: { version },
    });
  }

  /** Upgrades by the portal. @returns milliseconds of the stage `release` */
  async upgrade(version: string): Promise<number> {
    const { body: plan } = await this.plan(version);
    const { body: begun } = await this.#client.post<Change>(
      `${this.#path}/changes`,
      { kind: 'upgrade', planDigest: plan.digest, reason: 'Measured' },
    );
    const change = await until(
      `The upgrade to ${version}`,
      async () => {
        const { body } = await this.#client.get<Change>(
          `/api/sovd-deploy/v1/changes/${begun.id}`,
        );
        return body.phase !== 'running' && body;
      },
      { seconds: 400 },
    );
    if (change.phase !== 'succeeded') {
      const { headline, cause } = change.finding ?? {};
      throw new Error(`The upgrade ${change.phase}: ${headline}: ${cause}`);
    }
    const stage = change.stages.find(({ name }) => name === 'release');
    return (
      Date.parse(stage?.finishedAt ?? '') - Date.parse(stage?.startedAt ?? '')
    );
  }

  /** Writes the values of what runs, with every image's tag replaced by another version's. */
  async withValues<T>(
    version: string | undefined,
    use: (file: string) => Promise<T>,
  ): Promise<T> {
    const folder = await mkdtemp(path.join(tmpdir(), 'sovd-values-'));
    try {
      const file = path.join(folder, 'values.json');
      const text = await run(this.#helm, [
        ...['--kubeconfig', this.#kubeconfig, '--namespace', this.name],
        ...['get', 'values', this.name, '--output', 'json'],
      ]);
      await writeFile(file, await this.#inVersion(text, version));
      return await use(file);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** @returns milliseconds of Helm's own upgrade */
  bareUpgrade(values: string): Promise<number> {
    return timed(this.#helm, [
      ...['upgrade', '--install', this.name, this.chart],
      ...['--kubeconfig', this.#kubeconfig, '--namespace', this.name],
      ...['--values', values, '--wait', '--timeout', '180s'],
    ]);
  }

  /** @returns milliseconds */
  template(values: string): Promise<number> {
    return timed(this.#helm, [
      ...['template', this.name, this.chart, '--is-upgrade'],
      ...['--namespace', this.name, '--values', values],
    ]);
  }

  async #inVersion(text: string, version?: string): Promise<string> {
    if (version === undefined) return text;
    const git = ['-C', this.repository.folder, 'rev-parse', `${version}^{}`];
    const commit = (await run('git', git)).trim();
    // the sandbox's images are named by the commits that they are built from
    const digest = `sha256:${commit}${'0'.repeat(24)}`;
    return JSON.stringify(
      JSON.parse(text, (key, value: unknown) => {
        if (key === 'tag') return version;
        return key === 'digest' ? digest : value;
      }),
    );
  }
}
