import type { MigrationReport } from '@sovd/plugin-sovd-deploy-common';
import type { ObservedEnvironment } from './ClusterObserver';
import type {
  ObservedAutoscaler,
  ObservedDeployment,
  ObservedJob,
  ObservedObject,
  ObservedPod,
  ObservedReplicaSet,
} from './ObservedObjects';
import { newestJob, toMigrationJob } from './toMigrationJob';
import { toMigrationReport } from './toMigrationReport';
import { toRollout } from './toRollout';

/** What is followed, by the plural that Kubernetes gives it. */
export interface ObservedKinds {
  deployments: ObservedDeployment;
  replicasets: ObservedReplicaSet;
  pods: ObservedPod;
  jobs: ObservedJob;
  horizontalpodautoscalers: ObservedAutoscaler;
}

/** All of them. */
export const observedKinds = [
  'deployments',
  'replicasets',
  'pods',
  'jobs',
  'horizontalpodautoscalers',
] as const satisfies readonly (keyof ObservedKinds)[];

type Kind = keyof ObservedKinds;
type Objects = { [K in Kind]: Map<string, ObservedKinds[K]> };
type Place = Objects & {
  /** By the Job's uid: a failed hook's pod is deleted, its words are kept with the Job. */
  reports: Map<string, MigrationReport>;
};

/** Objects of one cluster by the release that they belong to. */
export class ClusterProjection {
  private readonly places = new Map<string, Place>();

  /** @param onChange - called with the namespace in which something changed */
  constructor(private readonly onChange: (namespace: string) => void) {}

  /** Namespaces in which something is. */
  get namespaces(): Set<string> {
    return new Set([...this.places.keys()].map(key => key.split('/')[0]));
  }

  /** All objects of a kind; those that aren't among them are gone. */
  replace<K extends Kind>(kind: K, objects: readonly ObservedKinds[K][]): void {
    const uids = new Set(objects.map(({ uid }) => uid));
    for (const place of this.places.values()) {
      for (const object of place[kind].values()) {
        if (!uids.has(object.uid))
          this.remove(kind, object as ObservedKinds[K]);
      }
    }
    for (const object of objects) this.put(kind, object);
  }

  put<K extends Kind>(kind: K, object: ObservedKinds[K]): void {
    const place = this.placeOf(object);
    const known: Objects[K] = place[kind];
    known.set(object.uid, object);
    if (kind === 'pods') this.keepReport(place, object as ObservedPod);
    this.onChange(object.namespace);
  }

  remove<K extends Kind>(kind: K, object: ObservedKinds[K]): void {
    const place = this.placeOf(object);
    // the last state of a pod comes with the news of its end
    if (kind === 'pods') this.keepReport(place, object as ObservedPod);
    if (kind === 'jobs') place.reports.delete(object.uid);
    place[kind].delete(object.uid);
    if (observedKinds.every(name => place[name].size === 0)) {
      this.places.delete(keyOf(object.namespace, object.instance));
    }
    this.onChange(object.namespace);
  }

  read(namespace: string, releaseName: string): ObservedEnvironment {
    const place = this.places.get(keyOf(namespace, releaseName));
    if (!place) return {};
    const pods = [...place.pods.values()];
    const rollout = toRollout(
      [...place.deployments.values()],
      [...place.replicasets.values()],
      pods,
      [...place.horizontalpodautoscalers.values()],
    );
    const job = newestJob([...place.jobs.values()]);
    return {
      ...(rollout && { rollout }),
      ...(job && {
        migrationJob: toMigrationJob(job, pods, place.reports.get(job.uid)),
      }),
    };
  }

  private keepReport(place: Place, pod: ObservedPod): void {
    if (!pod.ownerUid) return;
    const report = toMigrationReport(pod, place.reports.get(pod.ownerUid));
    if (report) place.reports.set(pod.ownerUid, report);
  }

  private placeOf({ namespace, instance }: ObservedObject): Place {
    const key = keyOf(namespace, instance);
    const known = this.places.get(key);
    if (known) return known;
    const place: Place = {
      deployments: new Map(),
      replicasets: new Map(),
      pods: new Map(),
      jobs: new Map(),
      horizontalpodautoscalers: new Map(),
      reports: new Map(),
    };
    this.places.set(key, place);
    return place;
  }
}

function keyOf(namespace: string, instance: string): string {
  return `${namespace}/${instance}`;
}
