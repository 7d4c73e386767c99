import type { V1Container, V1Pod } from '@kubernetes/client-node';
import { mkdirSync } from 'node:fs';

import { Backoff } from './Backoff.ts';
import { podFolder, type ContainerLauncher } from './ContainerLauncher.ts';
import { ContainerRun } from './ContainerRun.ts';
import type { ImageSource } from './ImageSource.ts';
import type { PodClient } from './NodeClient.ts';
import { PodReporter } from './PodReporter.ts';
import { LOST, terminated } from './podStatus.ts';
import { pullImage } from './pullImage.ts';

export interface PodRunnerDependencies {
  readonly client: PodClient;
  readonly images: Pick<ImageSource, 'resolve'>;
  readonly launcher: Pick<ContainerLauncher, 'launch'>;
  readonly workFolder: string;
  readonly backoffSeconds: number;
}

/** Why a pod is ended from outside: its object was deleted, or this node leaves. */
export type StopCause = 'deleted' | 'shutdown';

/** The life of one pod on this node, from pull to its last status. */
export class PodRunner {
  readonly #dependencies: PodRunnerDependencies;
  readonly #folder: string;
  readonly #container: V1Container;
  readonly #reporter: PodReporter;
  readonly #stop = new AbortController();
  readonly #backoff: Backoff;
  #run?: ContainerRun;

  constructor(pod: V1Pod, dependencies: PodRunnerDependencies) {
    this.#dependencies = dependencies;
    this.#reporter = new PodReporter(pod, dependencies.client);
    this.#folder = podFolder(dependencies.workFolder, pod.metadata?.uid ?? '');
    this.#container = pod.spec?.containers[0] ?? { name: '' };
    this.#backoff = new Backoff(dependencies.backoffSeconds, this.#stop.signal);
  }

  get running(): boolean {
    return this.#run?.running ?? false;
  }

  /** A newer version of the pod arrived. */
  update(pod: V1Pod): void {
    this.#reporter.pod = pod;
    if (pod.metadata?.deletionTimestamp) this.stop('deleted');
  }

  stop(cause: StopCause): void {
    if (!this.#stop.signal.aborted) this.#stop.abort(cause);
  }

  async run(): Promise<void> {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    this.update(this.#reporter.pod);
    try {
      await this.#live();
    } catch (error) {
      if (!this.#stop.signal.aborted) throw error;
    } finally {
      if (this.#stop.signal.aborted) await this.#end();
    }
  }

  async #live(): Promise<void> {
    const { containers = [], initContainers = [] } =
      this.#reporter.pod.spec ?? {};
    if (containers.length !== 1 || initContainers.length > 0) {
      await this.#reporter.reject(
        'the job runner takes pods of one container and no init container',
      );
      return;
    }
    if (await this.#recover()) return;
    const image = await pullImage({
      container: this.#container,
      reporter: this.#reporter,
      images: this.#dependencies.images,
      backoff: this.#backoff,
    });
    this.#run = new ContainerRun({
      image,
      container: this.#container,
      reporter: this.#reporter,
      folder: this.#folder,
      client: this.#dependencies.client,
      launcher: this.#dependencies.launcher,
      backoff: this.#backoff,
      stop: this.#stop.signal,
    });
    while (!(await this.#run.attempt())) this.#stop.signal.throwIfAborted();
  }

  /** A container of an earlier runner; its process was ended at start. Told as kubelet would. True when the pod is over. */
  async #recover(): Promise<boolean> {
    const { view, pod } = this.#reporter;
    const { running } = view.container.state;
    if (!running) return false;
    view.container.state = terminated({
      ...LOST,
      startedAt: new Date(running.startedAt ?? Date.now()),
      containerId: view.container.containerId,
    });
    if (pod.spec?.restartPolicy === 'OnFailure' && !this.#stop.signal.aborted) {
      this.#reporter.nextRestart();
      return false;
    }
    view.reason = 'JobRunnerRestarted';
    view.message =
      'the job runner was restarted while the container was running';
    await this.#reporter.write('Failed');
    return true;
  }

  /** Deleted, or the node goes down: the last status, then (deleted) the object itself. */
  async #end(): Promise<void> {
    const { view, pod } = this.#reporter;
    const { container } = view;
    if (this.#stop.signal.reason === 'shutdown') {
      view.reason = 'Terminated';
      view.message =
        'Pod was terminated in response to imminent node shutdown.';
    }
    // a container that waited for its next restart has ended, and says how
    if (container.state.waiting && container.lastState) {
      container.state = container.lastState;
    }
    const succeeded = container.state.terminated?.exitCode === 0;
    await this.#reporter.write(succeeded ? 'Succeeded' : 'Failed');
    if (this.#stop.signal.reason === 'deleted') {
      await this.#dependencies.client.finalizeDelete(pod);
    }
  }
}
