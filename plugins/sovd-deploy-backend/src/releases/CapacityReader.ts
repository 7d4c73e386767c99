import type { Environment } from '@sovd/plugin-sovd-deploy-common';

/** What a pod asks of a node. */
export interface PodRequests {
  /** Thousandths of a processor. */
  cpu: number;
  /** Bytes. */
  memory: number;
}

/** What a node has left for pods that aren't there yet. */
export interface NodeCapacity extends PodRequests {
  name: string;
  /** How many more pods it takes. */
  pods: number;
}

/** Knows what room a cluster has. */
export interface CapacityReader {
  /** Nodes that take pods of anybody, with what they have left. */
  read(environment: Environment, signal: AbortSignal): Promise<NodeCapacity[]>;
}
