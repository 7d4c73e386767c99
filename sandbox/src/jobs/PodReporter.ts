import type { V1Pod } from '@kubernetes/client-node';
import type { PodClient } from './NodeClient.ts';
import { toPodStatus, type PodPhase, type PodView } from './podStatus.ts';

/** Keeps what is known about one pod and tells it to the API server. */
export class PodReporter {
  readonly view: PodView;
  pod: V1Pod;
  readonly #client: PodClient;

  constructor(pod: V1Pod, client: PodClient) {
    this.pod = pod;
    this.#client = client;
    const was = pod.status?.containerStatuses?.[0];
    const container = {
      state: was?.state ?? { waiting: { reason: 'ContainerCreating' } },
      ...(was?.lastState && { lastState: was.lastState }),
      restartCount: was?.restartCount ?? 0,
      imageId: was?.imageID ?? '',
      containerId: was?.containerID ?? '',
    };
    this.view = {
      phase: 'Pending',
      startTime: pod.status?.startTime ?? new Date(),
      container,
    };
  }

  async write(phase: PodPhase): Promise<void> {
    this.view.phase = phase;
    await this.#client.writeStatus(this.pod, toPodStatus(this.pod, this.view));
  }

  async waiting(
    reason: string,
    message?: string,
    phase: PodPhase = 'Pending',
  ): Promise<void> {
    this.view.container.state = {
      waiting: { reason, ...(message && { message }) },
    };
    await this.write(phase);
  }

  /** A pod this node can't run, as kubelet's admission refuses one: no container status at all. */
  async reject(message: string): Promise<void> {
    this.event('Warning', 'UnsupportedPod', message);
    await this.#client.writeStatus(this.pod, {
      phase: 'Failed',
      reason: 'UnsupportedPod',
      message,
      startTime: this.view.startTime,
    });
  }

  nextRestart(): void {
    const { container } = this.view;
    container.lastState = container.state;
    container.restartCount += 1;
  }

  event(type: 'Normal' | 'Warning', reason: string, message: string): void {
    void this.#client.event(this.pod, type, reason, message);
  }
}
