import type { RenderedObject } from '../releases/RenderedObject';
import { judgeCapacity } from './judgeCapacity';

const GIB = 1024 ** 3;

function deployment(
  replicas: number,
  image: string,
  strategy: RenderedObject['strategy'] = { rollingUpdate: { maxSurge: 1 } },
): RenderedObject {
  const requests = { cpu: '500m', memory: '1Gi' };
  const containers = [{ name: 'backend', image, resources: { requests } }];
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'backend', namespace: 'fleet-staging' },
    spec: { replicas, strategy, template: { spec: { containers } } },
  };
}
const node = (name: string, cpu: number, memory = 8 * GIB, pods = 10) => ({
  name,
  cpu,
  memory,
  pods,
});

describe('judgeCapacity', () => {
  it('needs one pod more while a version is replaced', () => {
    const from = [deployment(3, 'a')];
    const to = [deployment(3, 'b')];
    expect(judgeCapacity(from, to, [node('n', 500)])).toEqual([]);
    expect(judgeCapacity(from, to, [node('n', 499)])).toMatchObject([
      {
        rule: 'capacity',
        severity: 'warning',
        headline: '1 of 1 new pods find no room',
        cause: expect.stringContaining('0.5 CPU and 1024 MiB'),
      },
    ]);
  });

  it('needs every added pod, each on a node with room for it', () => {
    const from = [deployment(1, 'a')];
    const to = [deployment(4, 'a')];
    const nodes = [node('m', 900), node('n', 1000)];
    // 900 m has room for one pod, not for 1.8
    expect(judgeCapacity(from, to, nodes)).toEqual([]);
    expect(
      judgeCapacity(from, to, [node('m', 900), node('n', 900)]),
    ).toMatchObject([{ headline: '1 of 3 new pods find no room' }]);
  });

  it('needs the pods by which an autoscaler raises its minimum', () => {
    const side = (minReplicas: number) => [
      deployment(1, 'a'),
      {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: 'backend', namespace: 'fleet-staging' },
        spec: {
          scaleTargetRef: { kind: 'Deployment', name: 'backend' },
          minReplicas,
        },
      },
    ];
    expect(judgeCapacity(side(3), side(5), [node('n', 999)])).toMatchObject([
      { headline: '1 of 2 new pods find no room' },
    ]);
    expect(judgeCapacity(side(3), side(5), [node('n', 1000)])).toEqual([]);
  });

  it.each([
    ['memory', node('n', 8000, GIB / 2)],
    ['pods', node('n', 8000, 8 * GIB, 0)],
  ])('counts %s too', (_what, full) => {
    const findings = judgeCapacity([], [deployment(1, 'a')], [full]);
    expect(findings).toHaveLength(1);
  });

  it('rounds a share of surge up, and takes a quarter when nothing is said', () => {
    const from = [deployment(5, 'a', {})];
    const to = [deployment(5, 'b', {})];
    expect(judgeCapacity(from, to, [])).toMatchObject([
      { headline: '2 of 2 new pods find no room' },
    ]);
  });

  it('needs nothing for what stays, shrinks, or is no Deployment', () => {
    const config = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'c' },
    };
    const same = [deployment(3, 'a')];
    expect(judgeCapacity(same, same, [])).toEqual([]);
    expect(judgeCapacity(same, [deployment(2, 'a')], [])).toEqual([]);
    expect(judgeCapacity([], [config], [])).toEqual([]);
  });
});
