import {
  CoordinationV1Api,
  CoreV1Api,
  KubeConfig,
  PatchStrategy,
  setHeaderOptions,
  type V1Pod,
  type V1PodStatus,
} from '@kubernetes/client-node';
import type { ConfigReader } from './containerEnvironment.ts';

const codeOf = (error: unknown) => (error as { code?: number }).code;

/** Undefined instead of 404. */
async function orUndefined<T>(call: Promise<T>): Promise<T | undefined> {
  return call.catch((error: unknown) => {
    if (codeOf(error) === 404) return undefined;
    throw error;
  });
}

/** The few calls a node's agent makes. */
export class NodeClient {
  readonly config = new KubeConfig();
  readonly core: CoreV1Api;
  readonly coordination: CoordinationV1Api;
  readonly #node: string;

  constructor(kubeconfig: string, node: string) {
    this.config.loadFromFile(kubeconfig);
    this.core = this.config.makeApiClient(CoreV1Api);
    this.coordination = this.config.makeApiClient(CoordinationV1Api);
    this.#node = node;
  }

  reader(namespace: string): ConfigReader {
    return {
      secret: name =>
        orUndefined(this.core.readNamespacedSecret({ namespace, name })),
      configMap: name =>
        orUndefined(this.core.readNamespacedConfigMap({ namespace, name })),
    };
  }

  /** Writes a status; tries until the API server took it or the pod is gone (a result is never lost to a restart of the API server). */
  async writeStatus(pod: V1Pod, status: V1PodStatus): Promise<void> {
    const { name = '', namespace = '', uid } = pod.metadata ?? {};
    for (let wait = 100; ; wait = Math.min(wait * 2, 1000)) {
      try {
        const body = { metadata: { uid }, status };
        await this.core.patchNamespacedPodStatus(
          { name, namespace, body },
          setHeaderOptions('Content-Type', PatchStrategy.StrategicMergePatch),
        );
        return;
      } catch (error) {
        const code = codeOf(error);
        if (code === 404 || code === 409) return;
        if (code === 422 || code === 400) throw error;
        await new Promise(resolve => setTimeout(resolve, wait));
      }
    }
  }

  /** What kubelet does once a deleted pod's containers have ended. */
  async finalizeDelete(pod: V1Pod): Promise<void> {
    const { name = '', namespace = '', uid } = pod.metadata ?? {};
    await this.core
      .deleteNamespacedPod({
        name,
        namespace,
        body: { gracePeriodSeconds: 0, preconditions: { uid } },
      })
      .catch((error: unknown) => {
        if (![404, 409].includes(codeOf(error) ?? 0)) throw error;
      });
  }

  async event(
    pod: V1Pod,
    type: 'Normal' | 'Warning',
    reason: string,
    message: string,
  ): Promise<void> {
    const { name = '', namespace = '', uid } = pod.metadata ?? {};
    const now = new Date();
    const fieldPath = `spec.containers{${pod.spec?.containers[0]?.name}}`;
    await this.core
      .createNamespacedEvent({
        namespace,
        body: {
          metadata: { generateName: `${name}.`, namespace },
          involvedObject: {
            apiVersion: 'v1',
            kind: 'Pod',
            name,
            namespace,
            uid,
            fieldPath,
          },
          type,
          reason,
          message,
          count: 1,
          firstTimestamp: now,
          lastTimestamp: now,
          source: { component: 'kubelet', host: this.#node },
          reportingComponent: 'kubelet',
          reportingInstance: this.#node,
        },
      })
      .catch(() => undefined); // an event is never worth failing a migration for
  }
}

/** What the life of a pod needs of it. */
export type PodClient = Pick<
  NodeClient,
  'event' | 'finalizeDelete' | 'reader' | 'writeStatus'
>;
