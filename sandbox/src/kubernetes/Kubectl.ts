import { setTimeout as delay } from 'node:timers/promises';
import { kubernetesProgram } from '../builds/kubernetesPrograms.ts';
import { runProgram } from '../processes/runProgram.ts';
import type { Settings } from '../settings.ts';
import { kubernetesFiles } from './kubernetesFiles.ts';

const FIELD_MANAGER = 'sovd-sandbox';
const ESTABLISHED_ATTEMPTS = 20;
const ATTEMPT_DELAY_MS = 250;

/** The built kubectl, as the sandbox's administrator or with another kubeconfig. */
export class Kubectl {
  readonly #settings: Settings;
  #access: readonly string[];
  /** Empty but for a person's own cluster: their KUBECONFIG, plug-ins or proxies have no say in ours. */
  #env: NodeJS.ProcessEnv;

  constructor(settings: Settings, kubeconfig?: string) {
    const file = kubeconfig ?? kubernetesFiles(settings).adminKubeconfig;
    this.#settings = settings;
    this.#access = [`--kubeconfig=${file}`];
    this.#env = {};
  }

  /** As the person who runs this, with a context of their own kubeconfig. */
  static ofPerson(settings: Settings, context: string): Kubectl {
    const kubectl = new Kubectl(settings);
    kubectl.#access = [`--context=${context}`];
    kubectl.#env = process.env;
    return kubectl;
  }

  /** @returns what it printed on standard output */
  async run(args: readonly string[], input?: string): Promise<string> {
    const { kubectlCache } = kubernetesFiles(this.#settings);
    const fixed = [...this.#access, `--cache-dir=${kubectlCache}`];
    const program = await kubernetesProgram(this.#settings, 'kubectl');
    const env = this.#env;
    return runProgram(program, [...args, ...fixed], { env, input });
  }

  async json<T>(args: readonly string[]): Promise<T> {
    return JSON.parse(await this.run([...args, '--output=json'])) as T;
  }

  /**
   * Waits until the API server serves definitions of kinds.
   *
   * @param which - `crd/<name>` each, or `--filename=<folder>`
   */
  async untilEstablished(which: readonly string[]): Promise<void> {
    const wait = ['wait', '--for=condition=Established', '--timeout=30s'];
    for (let attempt = 1; ; attempt++) {
      try {
        await this.run([...wait, ...which]);
        return;
      } catch (error) {
        // kubectl gives up at a definition that the API server has only just taken
        const tooEarly = /conditions accessor error/.test(String(error));
        if (!tooEarly || attempt === ESTABLISHED_ATTEMPTS) throw error;
        await delay(ATTEMPT_DELAY_MS);
      }
    }
  }

  /** Applies files or folders of manifests, server-side. */
  async applyFiles(files: readonly string[]): Promise<void> {
    await this.#apply(files.map(file => `--filename=${file}`));
  }

  /** Applies manifests given as text (YAML or JSON) or as objects, server-side. */
  async apply(manifests: string | readonly object[]): Promise<void> {
    const text =
      typeof manifests === 'string'
        ? manifests
        : JSON.stringify({ apiVersion: 'v1', kind: 'List', items: manifests });
    await this.#apply(['--filename=-'], text);
  }

  async #apply(what: readonly string[], input?: string): Promise<void> {
    const how = [
      '--server-side',
      '--force-conflicts',
      `--field-manager=${FIELD_MANAGER}`,
    ];
    await this.run(['apply', ...how, ...what], input);
  }
}
