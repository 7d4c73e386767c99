import type { EnvironmentNews } from './fleet/EnvironmentNews';
import { FleetIndex } from './fleet/FleetIndex';
import { FleetService } from './fleet/FleetService';
import type { OverviewService } from './overview/OverviewService';
import type { Stores } from './Stores';

/** The list of environments over what the stores and the overview know. */
export function createFleet(parts: {
  news: EnvironmentNews;
  overview: OverviewService;
  stores: Pick<Stores, 'changes' | 'registry'>;
}): FleetService {
  const { news, overview, stores } = parts;
  const { changes, registry } = stores;
  const index = new FleetIndex({ changes, news, overview, registry });
  return new FleetService({ index, overview });
}
