import { getCompoundEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { ownerOf } from '../kit/ownerOf';
import { useOverview } from './useOverview';
import type { ReadOverview } from './useOverview';

/** The overview of the environment that an entity stands for, renewed as it changes. */
export function useEnvironmentOverview(entity: Entity): ReadOverview {
  return useOverview(getCompoundEntityRef(entity), ownerOf(entity));
}
