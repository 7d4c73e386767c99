import type { ListWatch, V1Pod } from '@kubernetes/client-node';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { SteadyWatch } from '../kubernetes/SteadyWatch.ts';
import {
  ContainerLauncher,
  logFile,
  podFolder,
  recordFile,
} from './ContainerLauncher.ts';
import { Databases } from './Databases.ts';
import { ImageSource } from './ImageSource.ts';
import type { ContainerLog } from './LogServer.ts';
import type { NodeClient } from './NodeClient.ts';
import { PodRunner, type PodRunnerDependencies } from './PodRunner.ts';
import { endOrphan } from './processGroups.ts';
import type { RunnerConfig } from './RunnerConfig.ts';

const isOver = ({ status }: V1Pod) =>
  status?.phase === 'Succeeded' || status?.phase === 'Failed';

/** Watches the pods that are bound to this node, and runs each. */
export class JobRunner {
  readonly #client: NodeClient;
  readonly #report: (message: string) => void;
  readonly #podsFolder: string;
  readonly #dependencies: PodRunnerDependencies;
  readonly #watch: SteadyWatch<V1Pod>;
  readonly #pods: ListWatch<V1Pod>;
  readonly #runners = new Map<string, PodRunner>();
  readonly #lives = new Set<Promise<void>>();

  constructor(
    config: RunnerConfig,
    client: NodeClient,
    report: (message: string) => void,
  ) {
    const { workFolder, backoffSeconds } = config;
    this.#client = client;
    this.#report = report;
    this.#podsFolder = path.join(workFolder, 'pods');
    const cache = path.join(workFolder, 'git');
    for (const folder of [this.#podsFolder, cache]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    }
    const images = new ImageSource(config.images, cache);
    const launcher = new ContainerLauncher(
      images,
      new Databases(config.postgres),
      config.toolPath,
    );
    this.#dependencies = {
      ...{ client, images, launcher, workFolder, backoffSeconds },
    };
    const fieldSelector = `spec.nodeName=${config.node}`;
    this.#watch = new SteadyWatch<V1Pod>({
      config: client.config,
      path: '/api/v1/pods',
      list: () => client.core.listPodForAllNamespaces({ fieldSelector }),
      ...{ fieldSelector, report },
    });
    this.#pods = this.#watch.objects;
  }

  /** Ends what an earlier runner left; works without the API server, so it comes before anything else. */
  endOrphans(): void {
    for (const uid of readdirSync(this.#podsFolder)) {
      if (endOrphan(recordFile(path.join(this.#podsFolder, uid)))) {
        this.#report(`ended the process that pod ${uid} still had`);
      }
    }
  }

  async start(): Promise<void> {
    this.#pods.on('add', pod => this.#seen(pod));
    this.#pods.on('update', pod => this.#seen(pod));
    this.#pods.on('delete', pod => this.#gone(pod));
    await this.#watch.start();
    const known = new Set(this.#pods.list().map(pod => pod.metadata?.uid));
    for (const uid of readdirSync(this.#podsFolder)) {
      if (known.has(uid)) continue;
      rmSync(path.join(this.#podsFolder, uid), {
        ...{ recursive: true, force: true },
      });
    }
  }

  /** Ends all pods; resolves when each has its last status, or after the given time. */
  async leave(limitMs: number): Promise<void> {
    await this.#watch.stop();
    for (const runner of this.#runners.values()) runner.stop('shutdown');
    // the time limit alone keeps no process alive
    const limit = delay(limitMs, undefined, { ref: false });
    await Promise.race([Promise.all(this.#lives), limit]);
  }

  findLog(
    namespace: string,
    name: string,
    container: string,
    previous: boolean,
  ): ContainerLog | undefined {
    const pod = this.#pods.get(name, namespace);
    const status = pod?.status?.containerStatuses?.find(
      candidate => candidate.name === container,
    );
    if (!pod || !status) return undefined;
    const uid = pod.metadata?.uid ?? '';
    const restart = status.restartCount - (previous ? 1 : 0);
    return {
      file: logFile(path.join(this.#podsFolder, uid), restart),
      isOpen: () => this.#runners.get(uid)?.running ?? false,
    };
  }

  #seen(pod: V1Pod): void {
    const uid = pod.metadata?.uid ?? '';
    const known = this.#runners.get(uid);
    if (isOver(pod)) {
      if (!pod.metadata?.deletionTimestamp) return;
      this.#client.finalizeDelete(pod).catch((error: Error) => {
        this.#report(error.message);
      });
    } else if (known) {
      known.update(pod);
    } else {
      const runner = new PodRunner(pod, this.#dependencies);
      // kept until the pod is gone: a late event must not start it twice
      this.#runners.set(uid, runner);
      const life = runner
        .run()
        .catch((error: Error) => this.#report(error.message))
        .finally(() => this.#lives.delete(life));
      this.#lives.add(life);
    }
  }

  #gone(pod: V1Pod): void {
    const uid = pod.metadata?.uid ?? '';
    // a forced delete: the object went before its process
    this.#runners.get(uid)?.stop('deleted');
    this.#runners.delete(uid);
    const folder = podFolder(this.#dependencies.workFolder, uid);
    rmSync(folder, { recursive: true, force: true });
  }
}
