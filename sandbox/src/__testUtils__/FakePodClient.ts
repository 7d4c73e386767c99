import type { V1Pod, V1PodStatus } from '@kubernetes/client-node';
import type { PodClient } from '../jobs/NodeClient.ts';

/** Keeps what would have been told to the API server. */
export class FakePodClient implements PodClient {
  readonly statuses: V1PodStatus[] = [];
  readonly events: string[] = [];

  reader() {
    return { secret: async () => undefined, configMap: async () => undefined };
  }

  async writeStatus(_pod: V1Pod, status: V1PodStatus): Promise<void> {
    this.statuses.push(structuredClone(status));
  }

  async finalizeDelete(): Promise<void> {
    this.events.push('finalized');
  }

  async event(
    _pod: V1Pod,
    type: string,
    reason: string,
    message: string,
  ): Promise<void> {
    this.events.push(`${type} ${reason}: ${message}`);
  }

  /** `Phase state` of every status. */
  get story(): string[] {
    return this.statuses.map(({ phase, containerStatuses }) => {
      const state = containerStatuses?.[0].state;
      const what = state?.waiting?.reason ?? Object.keys(state ?? {})[0];
      return `${phase} ${what}`;
    });
  }
}
