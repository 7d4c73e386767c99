import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exists } from '@sovd/sandbox/src/builds/buildOnce.ts';
import { kubernetesProgram } from '@sovd/sandbox/src/builds/kubernetesPrograms.ts';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { parseAllDocuments } from 'yaml';
import {
  chartFolder,
  content,
  discard,
  examplesOf,
  settings,
} from './StampedRepositoryFixture.ts';

/** The program that `SANDBOX_HELM` names, or the one that set-up built. */
async function helmProgram(): Promise<string> {
  const program =
    process.env.SANDBOX_HELM ?? (await kubernetesProgram(settings, 'helm'));
  if (await exists(program)) return program;
  throw new Error(
    `There is no Helm at ${program}: run "./yarnw start" once, which builds it, or set SANDBOX_HELM`,
  );
}

const imageOf = (component: string) => ({
  repository: `localhost:15000/sovd/fleet-${component}`,
  tag: `sha-${'0123456789'.repeat(4)}`,
  digest: `sha256:${'0123456789'.repeat(4)}${'0'.repeat(24)}`,
});

/** What a deployer lays on top of the repository's values: images and outputs of the stack. */
export const deployed = {
  backend: { image: imageOf('backend') },
  frontend: { image: imageOf('frontend') },
  vehicleConnector: { image: imageOf('backend') },
  config: {
    database: {
      host: 'fleet-staging.abc.us-east-1.rds.amazonaws.com',
      port: '5432',
      name: 'fleet_staging',
      user: 'sovd',
    },
    redis: { host: 'fleet-staging.abc.use1.cache.amazonaws.com', port: '6379' },
  },
};

/** An object of Kubernetes, as far as these tests look into it. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace: string;
    labels: Record<string, string>;
    annotations?: Record<string, string>;
  };
  data?: Record<string, string>;
}

/** The value at a path such as `spec.template.spec.containers.0.image`; undefined where it ends early. */
export function at(manifest: unknown, where: string): unknown {
  return where
    .split('.')
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key],
      manifest,
    );
}

/** Helm with homes of its own. */
export class Helm {
  readonly #program: string;
  readonly #folder: string;
  #count = 0;

  private constructor(program: string, folder: string) {
    this.#program = program;
    this.#folder = folder;
  }

  static async find(): Promise<Helm> {
    return new Helm(
      await helmProgram(),
      await mkdtemp(path.join(tmpdir(), 'sovd-helm-')),
    );
  }

  dispose = () => discard(this.#folder);

  async run(args: readonly string[], ...values: unknown[]): Promise<string> {
    const files = await Promise.all(
      values.map(async value => {
        this.#count += 1;
        const file = path.join(this.#folder, `values-${this.#count}.json`);
        await writeFile(file, JSON.stringify(value));
        return ['--values', file];
      }),
    );
    const home = {
      HELM_CACHE_HOME: this.#folder,
      HELM_CONFIG_HOME: this.#folder,
      HELM_DATA_HOME: this.#folder,
    };
    return runProgram(this.#program, [...args, ...files.flat()], {
      env: { PATH: '/usr/bin:/bin', ...home },
    });
  }

  lint = (...values: unknown[]) =>
    this.run(['lint', '--strict', path.join(content, chartFolder)], ...values);

  /** All manifests of the chart with these values alone, as on a first install. */
  async template(
    release: string,
    options: readonly string[],
    ...values: unknown[]
  ): Promise<Manifest[]> {
    const args = ['template', release, path.join(content, chartFolder)];
    const text = await this.run([...args, ...options], ...values);
    return parseAllDocuments(text)
      .map(document => document.toJS() as Manifest | null)
      .filter(manifest => manifest !== null);
  }

  /** The manifests of a golden environment, with further values on top. */
  renderOf = (environment: string, ...values: unknown[]) => {
    const name = `fleet-${environment}`;
    const golden = path.join(examplesOf(environment), 'values.yaml');
    const options = ['--namespace', name, '--values', golden];
    return this.template(name, options, deployed, ...values);
  };

  /** The same of staging. */
  render = (...values: unknown[]) => this.renderOf('staging', ...values);
}
