/** What is kept of a Kubernetes object: a tenth of it, since thousands are held in memory. */
export interface ObservedObject {
  uid: string;
  name: string;
  namespace: string;
  /** Name of the release that it belongs to. */
  instance: string;
  component: string;
  createdAt: string;
  /** Uid of the object that made it. */
  ownerUid?: string;
}

export interface ObservedCondition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
}

export interface ObservedTermination {
  exitCode: number;
  reason?: string;
  message?: string;
  finishedAt?: string;
}

export interface ObservedContainer {
  name: string;
  restartCount: number;
  running: boolean;
  waiting?: { reason: string; message?: string };
  terminated?: ObservedTermination;
  lastTerminated?: ObservedTermination;
}

export interface ObservedPod extends ObservedObject {
  templateHash?: string;
  deleting: boolean;
  phase: string;
  ready: boolean;
  /** Why a pod as a whole failed, e.g. `Evicted`. */
  reason?: string;
  message?: string;
  /** The scheduler's words while it finds no node. */
  unschedulable?: string;
  containers: ObservedContainer[];
}

export interface ObservedDeployment extends ObservedObject {
  generation: number;
  observedGeneration: number;
  paused: boolean;
  desired: number;
  replicas: number;
  updated: number;
  available: number;
  /** Helm's revision, from the chart's own annotation. */
  helmRevision: number;
  image: string;
  conditions: ObservedCondition[];
}

export interface ObservedReplicaSet extends ObservedObject {
  templateHash?: string;
  /** Counted up by the Deployment's controller. */
  revision: number;
  image: string;
}

export interface ObservedAutoscaler extends ObservedObject {
  /** The Deployment whose pods it counts; undefined when it is about something else. */
  deployment?: string;
  min: number;
  max: number;
}

export interface ObservedJob extends ObservedObject {
  active: number;
  /** Helm's revision that it migrates for, from the chart's own annotation; 0 without one. */
  helmRevision: number;
  startedAt?: string;
  finishedAt?: string;
  conditions: ObservedCondition[];
}
