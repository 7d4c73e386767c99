import type { V1Pod } from '@kubernetes/client-node';
import recorded from './recordedObjects.json';
import { toMigrationReport } from './toMigrationReport';
import {
  toObservedAutoscaler,
  toObservedDeployment,
  toObservedJob,
  toObservedPod,
  toObservedReplicaSet,
  type Wire,
} from './toObservedObjects';

/** JSON doesn't say that its words are those of Kubernetes' types. */
const podOf = (pod: object) => toObservedPod(pod as Wire<V1Pod>);
const image = recorded.deployment.spec.template.spec.containers[0].image;
const common = {
  namespace: 'tram-staging',
  instance: 'tram-staging',
};

describe('toObservedObjects, on what a cluster answered', () => {
  it('keeps of a pod what tells how it is', () => {
    const pod = podOf(recorded.pod);
    expect(pod).toMatchObject({
      ...common,
      component: 'backend',
      ownerUid: recorded.replicaSet.metadata.uid,
      templateHash: '7ffbf89675',
      phase: 'Running',
      ready: true,
      deleting: false,
      containers: [{ name: 'backend', restartCount: 0, running: true }],
    });
    expect(JSON.stringify(pod).length).toBeLessThan(
      JSON.stringify(recorded.pod).length / 4,
    );
  });

  it('keeps the words that a migration ended with', () => {
    const pod = podOf(recorded.migrationPod);
    expect(pod).toMatchObject({
      ...common,
      component: 'migration',
      ownerUid: recorded.job.metadata.uid,
      phase: 'Succeeded',
      ready: false,
    });
    expect(toMigrationReport(pod)).toEqual({
      current: ['0001'],
      heads: ['0001'],
      applied: ['0001'],
      durationMs: 735,
    });
  });

  it("keeps a Deployment's counts, image and Helm's revision", () => {
    expect(toObservedDeployment(recorded.deployment)).toMatchObject({
      ...common,
      component: 'backend',
      generation: 1,
      observedGeneration: 1,
      paused: false,
      desired: 2,
      replicas: 2,
      updated: 2,
      available: 2,
      helmRevision: 1,
      image,
      conditions: expect.arrayContaining([
        expect.objectContaining({
          type: 'Progressing',
          reason: 'NewReplicaSetAvailable',
        }),
      ]),
    });
  });

  it("keeps a ReplicaSet's place in the order of revisions", () => {
    expect(toObservedReplicaSet(recorded.replicaSet)).toMatchObject({
      ...common,
      ownerUid: recorded.deployment.metadata.uid,
      templateHash: '7ffbf89675',
      revision: 1,
      image,
    });
  });

  it.each([
    ['Deployment', 'backend-deployment'],
    ['ReplicaSet', undefined],
  ])("keeps an autoscaler's bounds, for a %s", (kind, deployment) => {
    const { labels, ...metadata } = recorded.deployment.metadata;
    expect(
      toObservedAutoscaler({
        metadata: { ...metadata, labels },
        spec: {
          scaleTargetRef: { kind, name: 'backend-deployment' },
          minReplicas: 3,
          maxReplicas: 10,
        },
      }),
    ).toMatchObject({ ...common, deployment, min: 3, max: 10 });
  });

  it("keeps a Job's beginning and end", () => {
    expect(toObservedJob(recorded.job)).toMatchObject({
      ...common,
      component: 'migration',
      active: 0,
      startedAt: '2026-11-21T14:19:24Z',
      finishedAt: '2026-11-21T14:19:29Z',
      conditions: [{ type: 'SuccessCriteriaMet' }, { type: 'Complete' }],
    });
  });

  it('takes an object with nothing in it', () => {
    expect(toObservedPod({})).toMatchObject({
      uid: '',
      phase: 'Pending',
      ready: false,
      containers: [],
    });
    expect(toObservedDeployment({})).toMatchObject({
      observedGeneration: 0,
      helmRevision: 0,
      image: '',
    });
  });
});
