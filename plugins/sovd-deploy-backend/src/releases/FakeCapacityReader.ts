import type { CapacityReader, NodeCapacity } from './CapacityReader';

/** A cluster with the room that a test says, for tests; with plenty without word. */
export class FakeCapacityReader implements CapacityReader {
  nodes: NodeCapacity[] = [
    { name: 'node-a', cpu: 64_000, memory: 256 * 1024 ** 3, pods: 100 },
  ];

  async read(_environment: unknown, signal: AbortSignal) {
    signal.throwIfAborted();
    return this.nodes;
  }
}
