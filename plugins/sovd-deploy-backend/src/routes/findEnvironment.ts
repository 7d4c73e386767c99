import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type {
  Environment,
  EnvironmentKey,
} from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentRegistry } from '../environments/EnvironmentRegistry';

/** @throws NotFoundError when the registry has no such environment */
export async function findEnvironment(
  registry: Pick<EnvironmentRegistry, 'find'>,
  { namespace = '', name = '' }: Partial<EnvironmentKey>,
): Promise<Environment> {
  const entityRef = stringifyEntityRef({ kind: 'resource', namespace, name });
  const environment = await registry.find(entityRef);
  if (environment) return environment;
  throw new NotFoundError(
    `${namespace}/${name} isn't managed by this portal: the registry doesn't know it`,
  );
}
