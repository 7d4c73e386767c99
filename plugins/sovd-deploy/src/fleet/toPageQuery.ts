import type { CursorParams } from '@backstage/ui';
import type { EnvironmentQuery } from '@sovd/plugin-sovd-deploy-common';
import type { FleetFilter } from './fleetRow';

/** What the server takes at most. */
const LONGEST_TEXT = 1_000;

/** What the table shows, as the list of environments is asked for it. */
export function toPageQuery({
  cursor,
  filter,
  pageSize,
  search,
  sort,
}: Omit<CursorParams<FleetFilter>, 'signal'>): EnvironmentQuery {
  const health = filter?.health ?? 'all';
  const owner = filter?.owner ?? 'all';
  const text = search.trim().slice(0, LONGEST_TEXT);
  return {
    limit: pageSize,
    sort: sort?.column === 'environment' ? 'name' : 'urgency',
    order: sort?.direction ?? 'ascending',
    ...(cursor && { cursor }),
    ...(health !== 'all' && { health }),
    ...(owner !== 'all' && { owner }),
    ...(text && { text }),
  };
}
