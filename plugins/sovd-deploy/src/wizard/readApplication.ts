import { NotFoundError } from '@backstage/errors';
import type { catalogApiRef } from '@backstage/plugin-catalog-react';
import { applicationOf } from '@sovd/plugin-sovd-deploy-common';
import type { SovdDeployApi } from '@sovd/plugin-sovd-deploy-common';
import type { Application } from './Application';

/** More than any application has; the contract allows no larger page. */
const LIMIT = 200;

/** Whom to ask about an application. */
export interface ApplicationSources {
  api: Pick<SovdDeployApi, 'getOverview' | 'listEnvironments'>;
  catalog: Pick<typeof catalogApiRef.T, 'getEntityByRef'>;
}

/**
 * What an application that exists is called, whom it belongs to, and which environments
 * it has.
 *
 * @param entityRef - its System or one of its Components
 * @throws NotFoundError when the portal made no such application
 */
export async function readApplication(
  { api, catalog }: ApplicationSources,
  entityRef: string,
  signal?: AbortSignal,
): Promise<Application> {
  const entity = await catalog.getEntityByRef(entityRef);
  const name = entity && applicationOf(entity);
  if (!name) throw new NotFoundError(`${entityRef} is no application`);
  const { items } = await api.listEnvironments(
    { application: name, limit: LIMIT },
    { signal },
  );
  const overviews = await Promise.all(
    items.map(item =>
      api.getOverview({ namespace: 'default', name: item.name }, { signal }),
    ),
  );
  const others = overviews.map(({ environment }) => environment.answers);
  if (others.length === 0) {
    throw new NotFoundError(`${name} has no environment`);
  }
  const [{ description, owner, system }] = others;
  return { name, description, owner, system, others };
}
