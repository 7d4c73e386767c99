import type { LoggerService } from '@backstage/backend-plugin-api';
import { EnvironmentEstimator } from './costs/EnvironmentEstimator';
import { FLEET_CHANNEL } from './environments/EnvironmentAnnouncer';
import type { EnvironmentAnnouncer } from './environments/EnvironmentAnnouncer';
import { announceClusterChanges } from './environments/announceClusterChanges';
import type { TargetConfig } from './environments/TargetConfig';
import { CachedStackReader } from './overview/CachedStackReader';
import { ComposedOverviewService } from './overview/ComposedOverviewService';
import { MigrationEvidence } from './overview/MigrationEvidence';
import type { OverviewService } from './overview/OverviewService';
import type { Providers } from './Providers';
import type { Stores } from './Stores';

/** What an overview is made of. */
export interface OverviewParts {
  stores: Stores;
  providers: Pick<Providers, 'observer' | 'provisioners'>;
  targets: readonly Pick<TargetConfig, 'name' | 'clusterMode'>[];
  announcer: EnvironmentAnnouncer;
  logger: LoggerService;
}

/** The overview of all environments, with what keeps its evidence and announces its news. */
export function createOverview(parts: OverviewParts): OverviewService {
  const { announcer, logger, stores } = parts;
  const { observer, provisioners } = parts.providers;
  const { changes, migrationReports, registry, releases } = stores;

  // Evidence first: whoever hears of news shall find it kept.
  new MigrationEvidence({
    observer,
    reports: migrationReports,
    environmentAt: place => registry.findAtPlace(place),
    logger,
  }).follow();
  announceClusterChanges(observer, registry, announcer, logger);

  return new ComposedOverviewService({
    observer,
    stacks: new CachedStackReader({
      provisioners,
      onChange: ({ id }) => announcer.announce(id),
    }),
    reports: migrationReports,
    releases,
    changes,
    channels: registry,
    estimator: new EnvironmentEstimator(parts.targets),
    fleetChannel: FLEET_CHANNEL,
  });
}
