import { parseEntityRef } from '@backstage/catalog-model';
import type { EnvironmentSummary } from '@sovd/plugin-sovd-deploy-common';
import { nameOf } from '../kit/nameOf';
import { useOverview } from './useOverview';
import type { ReadOverview } from './useOverview';

/** The overview of an environment of the list, renewed as it changes. */
export function useSummaryOverview({
  entityRef,
  owner,
}: EnvironmentSummary): ReadOverview {
  return useOverview(parseEntityRef(entityRef), `${nameOf(owner)}, the owner,`);
}
