import { parseEntityRef } from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { ENVIRONMENT_PATH } from '../routes';

/** Paths of environments' tabs, by entity ref. */
export function useEnvironmentHref(): (entityRef: string) => string {
  const linkTo = useEntityRefLink();
  return entityRef => `${linkTo(parseEntityRef(entityRef))}${ENVIRONMENT_PATH}`;
}
