import type { KubernetesObject, V1Secret } from '@kubernetes/client-node';

import { SteadyWatch } from '../kubernetes/SteadyWatch.ts';

import {
  type ExternalSecret,
  externalSecretsGroup,
  externalSecretsVersion,
} from './ExternalSecret.ts';
import { failedStatus } from './externalSecretStatus.ts';
import type { ProviderSecrets } from './ProviderSecrets.ts';
import { refreshInterval } from './refreshInterval.ts';
import type { SecretsClient } from './SecretsClient.ts';
import { syncExternalSecret } from './syncExternalSecret.ts';
import { managedLabel } from './targetSecret.ts';

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 15_000;

interface Work {
  running?: Promise<void>;
  /** Something happened while it ran. */
  again: boolean;
  failures: number;
  timer?: NodeJS.Timeout;
  /** Generation and annotations that were last seen; a change of the status alone is no reason to sync. */
  seen?: string;
}

/** Keeps the Secrets of all ExternalSecrets of the cluster. */
export class ExternalSecretController {
  readonly #client: SecretsClient;
  readonly #provider: ProviderSecrets;
  readonly #report: (message: string) => void;
  readonly #work = new Map<string, Work>();
  #watches: readonly { stop(): Promise<void> }[] = [];

  constructor(
    client: SecretsClient,
    provider: ProviderSecrets,
    report: (message: string) => void,
  ) {
    this.#client = client;
    this.#provider = provider;
    this.#report = report;
  }

  async start(): Promise<void> {
    const path = `/apis/${externalSecretsGroup}/${externalSecretsVersion}/externalsecrets`;
    const client = this.#client;
    const shared = { config: client.config, report: this.#report };
    const external = new SteadyWatch<ExternalSecret>({
      ...{ ...shared, path },
      list: () => client.listExternalSecrets(),
    });
    external.objects.on('add', object => this.#changed(object));
    external.objects.on('update', object => this.#changed(object));
    external.objects.on('delete', object => this.#forget(object));
    const labelSelector = `${managedLabel}=true`;
    const secrets = new SteadyWatch<V1Secret>({
      ...{ ...shared, path: '/api/v1/secrets', labelSelector },
      list: () => client.listSecrets(labelSelector),
    });
    secrets.objects.on('delete', secret => this.#lost(secret));
    this.#watches = [external, secrets];
    await Promise.all([external.start(), secrets.start()]);
  }

  /** Ends the watches; what is being synced is finished, and nothing is begun any more. */
  async stop(): Promise<void> {
    await Promise.all(this.#watches.map(watch => watch.stop()));
    for (const { timer } of this.#work.values()) clearTimeout(timer);
    this.#work.clear();
  }

  #changed(external: ExternalSecret): void {
    const { generation, annotations } = external.metadata ?? {};
    const seen = JSON.stringify([generation, annotations]);
    const work = this.#workOf(external);
    if (work.seen === seen) return;
    work.seen = seen;
    work.failures = 0;
    this.#sync(keyOf(external));
  }

  /** A managed Secret was deleted: whoever owns it makes it again. */
  #lost({ metadata }: V1Secret): void {
    const owner = metadata?.ownerReferences?.find(
      ({ kind }) => kind === 'ExternalSecret',
    );
    const key = `${metadata?.namespace}/${owner?.name}`;
    if (owner && this.#work.has(key)) this.#sync(key);
  }

  #forget(external: ExternalSecret): void {
    clearTimeout(this.#work.get(keyOf(external))?.timer);
    this.#work.delete(keyOf(external));
  }

  #workOf(external: ExternalSecret): Work {
    const key = keyOf(external);
    const work = this.#work.get(key) ?? { again: false, failures: 0 };
    this.#work.set(key, work);
    return work;
  }

  /** One at a time per object; what comes meanwhile is one more round. */
  #sync(key: string): void {
    const work = this.#work.get(key);
    if (!work) return;
    if (work.running) {
      work.again = true;
      return;
    }
    clearTimeout(work.timer);
    work.again = false;
    work.running = this.#once(key, work)
      .catch((error: Error) => {
        this.#report(`${key}: ${error.message}`);
        this.#later(key, work, FIRST_RETRY_MS);
      })
      .finally(() => {
        work.running = undefined;
        if (work.again) this.#sync(key);
      });
  }

  async #once(key: string, work: Work): Promise<void> {
    const [namespace, name] = key.split('/');
    const external = await this.#client.externalSecret(namespace, name);
    if (!external || external.metadata?.deletionTimestamp) return;
    try {
      await syncExternalSecret(external, this.#client, this.#provider);
      work.failures = 0;
      this.#report(`${key}: synced`);
      const wait = refreshInterval(external.spec.refreshInterval);
      const { refreshPolicy = 'Periodic' } = external.spec;
      if (wait && refreshPolicy === 'Periodic') this.#later(key, work, wait);
    } catch (error) {
      const { message } = error as Error;
      this.#report(`${key}: ${message}`);
      const status = failedStatus(external, message, new Date());
      await this.#client.writeStatus(external, status);
      const wait = FIRST_RETRY_MS * 2 ** work.failures;
      work.failures += 1;
      this.#later(key, work, Math.min(wait, LAST_RETRY_MS));
    }
  }

  #later(key: string, work: Work, ms: number): void {
    clearTimeout(work.timer);
    if (this.#work.get(key) !== work) return;
    // a refresh after weeks is more than a timer can hold
    work.timer = setTimeout(() => this.#sync(key), Math.min(ms, 2 ** 31 - 1));
  }
}

function keyOf({ metadata }: KubernetesObject): string {
  return `${metadata?.namespace}/${metadata?.name}`;
}
