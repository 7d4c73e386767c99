import { sandboxCluster } from '../__testUtils__/sandboxCluster';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { KubernetesCapacityReader } from './KubernetesCapacityReader';

it("reads the sandbox's nodes with the identity that only reads", async () => {
  const { reader } = sandboxCluster();
  const nodes = await new KubernetesCapacityReader({
    accessOf: () => reader,
  }).read(testEnvironment('fleet'), new AbortController().signal);
  expect(nodes.length).toBeGreaterThan(0);
  for (const { cpu, memory, pods } of nodes) {
    expect(cpu).toBeGreaterThan(0);
    expect(memory).toBeGreaterThan(0);
    expect(pods).toBeGreaterThan(0);
  }
});
