import type {
  ClusterObserver,
  Observation,
  ObservedEnvironment,
} from './ClusterObserver';

type Listener = Parameters<ClusterObserver['onChange']>[0];

/** What is seen of namespaces, set by tests. */
export class FakeClusterObserver implements ClusterObserver {
  private readonly seen = new Map<string, Observation<ObservedEnvironment>>();
  private readonly listeners: Listener[] = [];

  /** Shows something in a namespace, and announces it. */
  show(
    place: { cluster: string; namespace: string },
    observation: Observation<ObservedEnvironment>,
  ): void {
    this.seen.set(`${place.cluster}/${place.namespace}`, observation);
    for (const listener of this.listeners) listener(place);
  }

  observe(place: {
    cluster: string;
    namespace: string;
  }): Observation<ObservedEnvironment> {
    return (
      this.seen.get(`${place.cluster}/${place.namespace}`) ?? {
        value: {},
        observedAt: new Date().toISOString(),
      }
    );
  }

  onChange(listener: Listener): void {
    this.listeners.push(listener);
  }
}
