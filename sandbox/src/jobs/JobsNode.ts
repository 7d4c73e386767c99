import {
  PatchStrategy,
  setHeaderOptions,
  V1MicroTime,
  type V1Node,
} from '@kubernetes/client-node';
import { arch, cpus, platform, release, totalmem } from 'node:os';

import type { NodeClient } from './NodeClient.ts';

const RENEW_MS = 10_000;
const LEASE_SECONDS = 40;
const LEASES = 'kube-node-lease';

/** Registers the runner as a node, keeps its lease, and says NotReady when it leaves. */
export class JobsNode {
  readonly #client: NodeClient;
  readonly #name: string;
  #timer?: NodeJS.Timeout;

  constructor(client: NodeClient, name: string) {
    this.#client = client;
    this.#name = name;
  }

  async join(port: number, maxPods: number): Promise<void> {
    const name = this.#name;
    const architecture = arch() === 'x64' ? 'amd64' : arch();
    const body: V1Node = {
      metadata: {
        name,
        labels: {
          type: 'sandbox-jobs',
          'kubernetes.io/hostname': name,
          'kubernetes.io/os': 'linux',
          'kubernetes.io/arch': architecture,
        },
      },
      spec: { taints: [{ key: 'sandbox/jobs', effect: 'NoSchedule' }] },
    };
    await this.#client.core
      .createNode({ body })
      .catch((error: { code?: number }) => {
        if (error.code !== 409) throw error;
      });
    await this.renew();
    // generous: pods are the limit, so that Kubernetes queues what is above maxPods
    const capacity = {
      cpu: String(cpus().length * 16),
      memory: String(totalmem()),
      pods: String(maxPods),
    };
    await this.#patch({
      capacity,
      allocatable: capacity,
      addresses: [
        { type: 'InternalIP', address: '127.0.0.1' },
        { type: 'Hostname', address: name },
      ],
      daemonEndpoints: { kubeletEndpoint: { Port: port } },
      nodeInfo: {
        architecture,
        operatingSystem: 'linux',
        kernelVersion: release(),
        osImage: `processes on ${platform()}`,
        kubeletVersion: 'v1.36.3-job-runner',
        containerRuntimeVersion: 'process://1',
        kubeProxyVersion: '',
        machineID: name,
        systemUUID: name,
        bootID: `${process.pid}`,
      },
    });
    await this.#ready(true);
    this.#timer = setInterval(
      () => void this.renew().catch(() => undefined),
      RENEW_MS,
    );
  }

  async leave(): Promise<void> {
    clearInterval(this.#timer);
    await this.#ready(false);
  }

  async renew(): Promise<void> {
    const name = this.#name;
    const spec = {
      holderIdentity: name,
      leaseDurationSeconds: LEASE_SECONDS,
      renewTime: new V1MicroTime(),
    };
    const body = { metadata: { name }, spec };
    const patch = { name, namespace: LEASES, body };
    await this.#client.coordination
      .patchNamespacedLease(
        patch,
        setHeaderOptions('Content-Type', PatchStrategy.MergePatch),
      )
      .catch(async (error: { code?: number }) => {
        if (error.code !== 404) throw error;
        await this.#client.coordination.createNamespacedLease({
          namespace: LEASES,
          body,
        });
      });
  }

  async #ready(ready: boolean): Promise<void> {
    const now = new Date();
    const reason = ready ? 'JobRunnerReady' : 'JobRunnerStopped';
    const quiet = ['MemoryPressure', 'DiskPressure', 'PIDPressure'].map(
      type => ({
        type,
        status: 'False',
        reason: 'NotMeasured',
        lastHeartbeatTime: now,
        lastTransitionTime: now,
      }),
    );
    await this.#patch({
      conditions: [
        ...quiet,
        {
          type: 'Ready',
          status: ready ? 'True' : 'False',
          reason,
          message: reason,
          lastHeartbeatTime: now,
          lastTransitionTime: now,
        },
      ],
    });
  }

  async #patch(status: object): Promise<void> {
    await this.#client.core.patchNodeStatus(
      { name: this.#name, body: { status } },
      setHeaderOptions('Content-Type', PatchStrategy.StrategicMergePatch),
    );
  }
}
