import { rm } from 'node:fs/promises';
import { startSandbox } from '../../sandbox/src/commands/startSandbox.ts';
import { stopSandbox } from '../../sandbox/src/commands/stopSandbox.ts';
import { kubernetesFiles } from '../../sandbox/src/kubernetes/kubernetesFiles.ts';
import { PortalProcess } from '../../sandbox/src/portal/PortalProcess.ts';
import type { Settings } from '../../sandbox/src/settings.ts';
import { ApiServer } from '../cluster/ApiServer.ts';
import { AuditLog } from '../cluster/AuditLog.ts';
import { createEnvironment } from './createEnvironment.ts';
import { PortalClient } from './PortalClient.ts';
import { until } from './until.ts';

/** A sandbox and a portal of our own, started when a figure needs them. */
export class Bench {
  readonly settings: Settings;
  readonly audit: AuditLog;
  readonly client: PortalClient;
  readonly #portal: PortalProcess;
  #started: Promise<void> | undefined;
  #cluster: Promise<ApiServer> | undefined;
  #environment: Promise<string> | undefined;

  constructor(settings: Settings) {
    this.settings = settings;
    this.audit = new AuditLog(kubernetesFiles(settings).auditLog);
    this.#portal = new PortalProcess(settings);
    this.client = new PortalClient(this.#portal.url);
  }

  /** Port on which the portal's process can be looked into. */
  get inspectorPort(): number {
    return this.settings.portalPort + 1;
  }

  /** The portal, with its guest signed in. */
  async portal(): Promise<PortalClient> {
    this.#started ??= this.#start();
    await this.#started;
    return this.client;
  }

  cluster(): Promise<ApiServer> {
    this.#cluster ??= this.portal().then(() => ApiServer.of(this.settings));
    return this.#cluster;
  }

  /** Name of an environment that was made as a person makes it, by the template. */
  environment(): Promise<string> {
    this.#environment ??= this.portal().then(client =>
      createEnvironment(client, 'bench'),
    );
    return this.#environment;
  }

  /** Ends all that was started and throws it away. */
  async close(): Promise<void> {
    if (!this.#started) return;
    (await this.#cluster?.catch(() => undefined))?.close();
    await this.#portal.stop();
    await stopSandbox(this.settings);
    await rm(this.settings.state, { recursive: true, force: true });
  }

  async #start(): Promise<void> {
    await startSandbox(this.settings);
    if (!(await this.#portal.isLive())) await this.#launch();
    await until('The portal', async () => {
      if (!(await this.#portal.isLive())) {
        throw await this.#portal.failure('it ended');
      }
      return this.client.signIn().then(
        () => true,
        () => false,
      );
    });
  }

  /** With an inspector, through which its garbage is collected before memory is read. */
  async #launch(): Promise<void> {
    const { NODE_OPTIONS: options } = process.env;
    process.env.NODE_OPTIONS = `--inspect=127.0.0.1:${this.inspectorPort}`;
    try {
      await this.#portal.launch();
    } finally {
      if (options === undefined) delete process.env.NODE_OPTIONS;
      else process.env.NODE_OPTIONS = options;
    }
  }
}
