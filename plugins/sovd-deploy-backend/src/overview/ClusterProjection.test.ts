import { ClusterProjection } from './ClusterProjection';
import {
  testAutoscaler,
  testContainer,
  testDeployment,
  testJob,
  testPod,
  testReplicaSet,
} from '../__testUtils__/testObjects';

const report = { current: ['1'], heads: ['1'], applied: ['1'], durationMs: 5 };
const ended = testPod('m', 'j', {
  containers: [
    testContainer({
      terminated: { exitCode: 0, message: JSON.stringify(report) },
    }),
  ],
});

describe('ClusterProjection', () => {
  const changed: string[] = [];
  let projection: ClusterProjection;
  const read = () => projection.read('fleet-staging', 'fleet-staging');

  beforeEach(() => {
    changed.length = 0;
    projection = new ClusterProjection(namespace => changed.push(namespace));
  });

  it('puts objects together by namespace and release', () => {
    projection.put('deployments', testDeployment());
    projection.put('replicasets', testReplicaSet('r'));
    projection.put('pods', testPod('1', 'r'));
    projection.put('pods', testPod('2', 'r', { instance: 'another' }));
    expect(read().rollout?.workloads[0].readyNew).toBe(1);
    expect(projection.read('fleet-staging', 'nothing')).toEqual({});
    expect(changed).toEqual(Array(4).fill('fleet-staging'));
  });

  it('keeps the report of a migration when its pod goes, as long as its Job stands', () => {
    projection.put('jobs', testJob());
    projection.put('pods', ended);
    projection.remove('pods', ended);
    expect(read().migrationJob?.report).toEqual(report);
    projection.remove('jobs', testJob());
    expect(read()).toEqual({});
    projection.put('jobs', testJob());
    expect(read().migrationJob?.report).toBeUndefined();
  });

  it('reads a report that comes only with the end of the pod', () => {
    projection.put('jobs', testJob());
    projection.remove('pods', ended);
    expect(read().migrationJob?.report).toEqual(report);
  });

  it('keeps an autoscaler with the Deployment that it is about', () => {
    projection.put('deployments', testDeployment());
    projection.put('horizontalpodautoscalers', testAutoscaler());
    expect(read().rollout?.workloads).toMatchObject([
      { autoscaler: { min: 2, max: 5 } },
    ]);
    projection.replace('horizontalpodautoscalers', []);
    expect(read().rollout?.workloads[0].autoscaler).toBeUndefined();
  });

  it('forgets what a new list no longer has', () => {
    projection.replace('deployments', [
      testDeployment(),
      testDeployment({ uid: 'e', namespace: 'other', instance: 'other' }),
    ]);
    projection.replace('deployments', [testDeployment()]);
    expect([...projection.namespaces]).toEqual(['fleet-staging']);
    expect(changed).toContain('other');
  });
});
