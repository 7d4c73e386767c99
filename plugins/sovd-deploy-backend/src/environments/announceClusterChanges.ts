import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EnvironmentAnnouncer } from './EnvironmentAnnouncer';
import type { EnvironmentRegistry } from './EnvironmentRegistry';

interface Place {
  cluster: string;
  namespace: string;
}

/** Announces the environment of each place in which something visible changed. */
export function announceClusterChanges(
  observer: { onChange(listener: (place: Place) => void): void },
  registry: Pick<EnvironmentRegistry, 'findAtPlace'>,
  announcer: EnvironmentAnnouncer,
  logger: Pick<LoggerService, 'warn'>,
): void {
  // A place belongs to its environment for good, and a rollout changes it many times a second.
  const known = new Map<string, string>();

  async function announce(place: Place) {
    const key = `${place.cluster}/${place.namespace}`;
    const id = known.get(key) ?? (await registry.findAtPlace(place))?.id;
    if (id === undefined) return;
    known.set(key, id);
    announcer.announce(id);
  }

  observer.onChange(place => {
    announce(place).catch(error => {
      logger.warn(`A change in ${place.namespace} wasn't announced: ${error}`);
    });
  });
}
