import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { EnvironmentPage } from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentFilter } from '../environments/EnvironmentRegistry';
import type { OverviewService } from '../overview/OverviewService';
import type { FleetIndex } from './FleetIndex';
import type { FleetQuery } from './FleetQuery';
import { selectPage } from './selectPage';

/** @see {@link FleetService} */
export interface FleetServiceOptions {
  index: Pick<FleetIndex, 'isBusy' | 'read'>;
  overview: Pick<OverviewService, 'fleetChannel' | 'lookAgain'>;
}

/** The list of environments, page by page. */
export class FleetService {
  constructor(private readonly options: FleetServiceOptions) {}

  /**
   * A page of what someone may see.
   *
   * @param filter - what they may see; everything without one
   * @throws InputError when the cursor isn't one of this order
   */
  async getPage(
    query: FleetQuery,
    filter?: PermissionCriteria<EnvironmentFilter>,
  ): Promise<EnvironmentPage> {
    const { index, overview } = this.options;
    const page = selectPage(await index.read(filter), query);
    return {
      ...page,
      items: page.items.map(({ environment, summary }) => {
        const busy = index.isBusy(environment.id);
        const observedAt = overview.lookAgain({ environment, busy });
        return summary.observedAt ? { ...summary, observedAt } : summary;
      }),
      channel: overview.fleetChannel,
    };
  }
}
