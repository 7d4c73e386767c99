import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { deployed, type Manifest } from '@sovd/templates/tests/HelmFixture.ts';
import { parse, parseAllDocuments } from 'yaml';
import type { Variant } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';
import { checkTool } from '../tools/checkTool.ts';

/** What provisioning gives beside the hosts in {@link deployed}. */
export const certificateArn =
  'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-000000000000';

/** The documents that aren't empty. */
export const manifests = (text: string): Manifest[] =>
  parseAllDocuments(text)
    .map(document => document.toJS() as Manifest | null)
    .filter(manifest => manifest !== null);

/** The chart of a stamped repository, with the values of its environment. */
export class StampedChart {
  /** The stamped repository. */
  readonly repository: string;
  /** Folder of the chart in it. */
  readonly folder: string;
  /** Namespace and release. */
  readonly release: string;
  /** The environment's name. */
  readonly environment: string;
  readonly #scratch: string;
  #count = 0;

  private constructor(repository: string, variant: Variant, scratch: string) {
    const { name, environment } = variant.answers as Record<string, string>;
    this.repository = repository;
    this.folder = path.join(repository, 'infrastructure/helm/sovd-webapp');
    this.environment = environment;
    this.release = `${name}-${environment}`;
    this.#scratch = scratch;
  }

  static async of(variant: Variant): Promise<StampedChart> {
    const scratch = await mkdtemp(path.join(tmpdir(), 'sovd-chart-'));
    const repository = await stampRepository(variant.answers);
    return new StampedChart(repository, variant, scratch);
  }

  dispose = () =>
    Promise.all(
      [this.repository, this.#scratch].map(folder =>
        rm(folder, { recursive: true, force: true }),
      ),
    );

  /** Runs one of the chart's tools. */
  async run(
    tool: 'helm' | 'helm-unittest' | 'kube-score' | 'kubeconform',
    args: readonly string[],
  ): Promise<string> {
    const home = {
      HELM_CACHE_HOME: this.#scratch,
      HELM_CONFIG_HOME: this.#scratch,
      HELM_DATA_HOME: this.#scratch,
    };
    return runProgram(await checkTool(tool), args, {
      env: { PATH: '/usr/bin:/bin', HOME: this.#scratch, ...home },
    });
  }

  /** Writes values to a file of their own. */
  async values(values: unknown): Promise<string> {
    this.#count += 1;
    const file = path.join(this.#scratch, `values-${this.#count}.json`);
    await writeFile(file, JSON.stringify(values));
    return file;
  }

  /** A file of the repository, parsed. */
  async read(file: string) {
    return parse(await readFile(path.join(this.repository, file), 'utf8'));
  }

  /** What `helm template` says with these values above the chart's own alone. */
  async text(
    options: readonly string[],
    ...layers: unknown[]
  ): Promise<string> {
    const files = await Promise.all(layers.map(layer => this.values(layer)));
    const values = files.flatMap(file => ['--values', file]);
    const args = ['template', this.release, this.folder];
    return this.run('helm', [...args, ...options, ...values]);
  }

  /** The manifests of a first release of the environment, as the portal makes it. */
  async render(...layers: unknown[]): Promise<Manifest[]> {
    const file = `environments/${this.environment}/values.yaml`;
    const options = ['--namespace', this.release];
    const own = ['--values', path.join(this.repository, file)];
    return manifests(
      await this.text([...options, ...own], deployed, ...layers),
    );
  }

  /** The manifests with the chart's defaults, as on a developer's machine. */
  async defaults(...layers: unknown[]): Promise<Manifest[]> {
    return manifests(await this.text([], ...layers));
  }
}

/** The only object of a kind and, where there are several of the kind, of a name. */
export function pick(from: Manifest[], kind: string, name?: string): Manifest {
  const found = from.filter(
    manifest =>
      manifest.kind === kind && (!name || manifest.metadata.name === name),
  );
  if (found.length === 1) return found[0];
  throw new Error(
    `${found.length} objects of kind ${kind}${name ? ` named ${name}` : ''}`,
  );
}

/** Names of the objects of a kind. */
export const namesOf = (from: Manifest[], kind: string): string[] =>
  from
    .filter(manifest => manifest.kind === kind)
    .map(({ metadata }) => metadata.name)
    .sort();

/** Whatever has pods: Deployments, Rollouts, the Job, and Pods themselves. */
export function podsOf(from: Manifest[]): [string, PodSpec][] {
  return from.flatMap(manifest => {
    const { kind, metadata, spec } = manifest as Manifest & {
      spec?: PodSpec & { template?: { spec?: PodSpec } };
    };
    const pod = kind === 'Pod' ? spec : spec?.template?.spec;
    return pod?.containers ? [[`${kind} ${metadata.name}`, pod]] : [];
  });
}

/** A container, as far as the checks look into it. */
export interface Container {
  name: string;
  image: string;
  command?: string[];
  workingDir?: string;
  env?: { name: string; value?: string; valueFrom?: object }[];
  envFrom?: object[];
  resources?: Record<'requests' | 'limits', Record<'cpu' | 'memory', string>>;
  securityContext?: Record<string, unknown>;
  volumeMounts?: { name: string; mountPath: string }[];
  ports?: { name: string; containerPort: number; hostPort?: number }[];
  [probe: `${string}Probe`]: Record<string, unknown> | undefined;
}

/** The description of pods, as far as the checks look into it. */
export interface PodSpec {
  containers: Container[];
  initContainers?: Container[];
  volumes?: Record<string, unknown>[];
  securityContext?: Record<string, unknown>;
  [field: string]: unknown;
}
