import { nodeSchema, podSchema, toFreeCapacity } from './toFreeCapacity';

const GIB = 1024 ** 3;

function node(name: string, more: { spec?: object; ready?: string } = {}) {
  return nodeSchema.parse({
    metadata: { name },
    spec: more.spec ?? {},
    status: {
      allocatable: { cpu: '2', memory: '4Gi', pods: '3' },
      conditions: [{ type: 'Ready', status: more.ready ?? 'True' }],
    },
  });
}

function pod(nodeName: string | undefined, phase: string, more = {}) {
  const requests = { cpu: '250m', memory: '1Gi' };
  const container = { resources: { requests } };
  return podSchema.parse({
    spec: { nodeName, containers: [container, {}], ...more },
    status: { phase },
  });
}

describe('toFreeCapacity', () => {
  it('takes from each node what its pods ask for', () => {
    expect(
      toFreeCapacity(
        [node('a'), node('b')],
        [pod('a', 'Running'), pod('a', 'Pending'), pod(undefined, 'Pending')],
      ),
    ).toEqual([
      { name: 'a', cpu: 1500, memory: 2 * GIB, pods: 1 },
      { name: 'b', cpu: 2000, memory: 4 * GIB, pods: 3 },
    ]);
  });

  it('forgets pods that have ended', () => {
    const ended = [pod('a', 'Succeeded'), pod('a', 'Failed')];
    expect(toFreeCapacity([node('a')], ended)).toMatchObject([{ pods: 3 }]);
  });

  it('counts the largest init container where it asks for more', () => {
    const initContainers = [
      { resources: { requests: { cpu: '1', memory: '1Mi' } } },
    ];
    expect(
      toFreeCapacity([node('a')], [pod('a', 'Running', { initContainers })]),
    ).toEqual([{ name: 'a', cpu: 1000, memory: 3 * GIB, pods: 2 }]);
  });

  it.each([
    ['cordoned', { spec: { unschedulable: true } }],
    ['tainted', { spec: { taints: [{ effect: 'NoSchedule' }] } }],
    ['not ready', { ready: 'Unknown' }],
  ])('leaves out a node that is %s', (_why, more) => {
    expect(toFreeCapacity([node('a', more)], [])).toEqual([]);
  });

  it('keeps a node that is only preferred less', () => {
    const spec = { taints: [{ effect: 'PreferNoSchedule' }] };
    expect(toFreeCapacity([node('a', { spec })], [])).toHaveLength(1);
  });
});
