import type {
  ObservedAutoscaler,
  ObservedContainer,
  ObservedDeployment,
  ObservedJob,
  ObservedPod,
  ObservedReplicaSet,
} from '../overview/ObservedObjects';

const common = {
  namespace: 'fleet-staging',
  instance: 'fleet-staging',
  component: 'backend',
  createdAt: '2026-11-21T10:00:00Z',
};

/** A Deployment of three pods that is as it should be. */
export function testDeployment(
  changes: Partial<ObservedDeployment> = {},
): ObservedDeployment {
  return {
    ...common,
    uid: 'd',
    name: 'backend',
    generation: 1,
    observedGeneration: 1,
    paused: false,
    desired: 3,
    replicas: 3,
    updated: 3,
    available: 3,
    helmRevision: 1,
    image: `localhost:15000/sovd/fleet-backend:2.5.0@sha256:${'0'.repeat(64)}`,
    conditions: [
      {
        type: 'Progressing',
        status: 'True',
        reason: 'NewReplicaSetAvailable',
      },
    ],
    ...changes,
  };
}

/** A ReplicaSet of {@link testDeployment}. */
export function testReplicaSet(
  uid: string,
  changes: Partial<ObservedReplicaSet> = {},
): ObservedReplicaSet {
  return {
    ...common,
    uid,
    name: `backend-${uid}`,
    ownerUid: 'd',
    templateHash: uid,
    revision: 1,
    image: testDeployment().image,
    ...changes,
  };
}

/** A pod that is ready, of a ReplicaSet. */
export function testPod(
  uid: string,
  ownerUid: string,
  changes: Partial<ObservedPod> = {},
): ObservedPod {
  return {
    ...common,
    uid,
    name: `backend-${uid}`,
    ownerUid,
    deleting: false,
    phase: 'Running',
    ready: true,
    containers: [testContainer()],
    ...changes,
  };
}

/** A container that runs. */
export function testContainer(
  changes: Partial<ObservedContainer> = {},
): ObservedContainer {
  return { name: 'backend', restartCount: 0, running: true, ...changes };
}

/** A pod that crashes again and again with the last words of its program. */
export function crashingPod(uid: string, ownerUid: string): ObservedPod {
  return testPod(uid, ownerUid, {
    ready: false,
    containers: [
      testContainer({
        running: false,
        restartCount: 3,
        waiting: { reason: 'CrashLoopBackOff', message: 'back-off 40s' },
        lastTerminated: { exitCode: 1, message: "KeyError: 'JWT_ISSUER'" },
      }),
    ],
  });
}

/** What keeps the pods of {@link testDeployment} within bounds. */
export function testAutoscaler(
  changes: Partial<ObservedAutoscaler> = {},
): ObservedAutoscaler {
  return {
    ...common,
    uid: 'h',
    name: 'backend',
    deployment: 'backend',
    min: 2,
    max: 5,
    ...changes,
  };
}

/** A migration Job that runs. */
export function testJob(changes: Partial<ObservedJob> = {}): ObservedJob {
  return {
    ...common,
    uid: 'j',
    name: 'fleet-staging-migrate-1',
    component: 'migration',
    active: 1,
    helmRevision: 0,
    startedAt: '2026-11-21T10:00:01Z',
    conditions: [],
    ...changes,
  };
}
