import type { LoggerService } from '@backstage/backend-plugin-api';
import { BootstrapStage } from './changes/BootstrapStage';
import { ChangeReconciler } from './changes/ChangeReconciler';
import { ChangeWorker } from './changes/ChangeWorker';
import { RecordStage } from './changes/RecordStage';
import { ReleaseStage } from './changes/ReleaseStage';
import { StackStage } from './changes/StackStage';
import { VerifyStage } from './changes/VerifyStage';
import type { EnvironmentAnnouncer } from './environments/EnvironmentAnnouncer';
import type { TargetConfig } from './environments/TargetConfig';
import type { Providers } from './Providers';
import type { Stores } from './Stores';

/** What a reconciler is made of. */
export interface ReconcilerParts {
  stores: Stores;
  providers: Providers;
  targets: readonly TargetConfig[];
  announcer: EnvironmentAnnouncer;
  logger: LoggerService;
  /** How long a release has to run well before it counts, in milliseconds. */
  stableMs: number;
}

/** The reconciler with the stages of a change, in their order. */
export function createReconciler(parts: ReconcilerParts): ChangeReconciler {
  const { announcer, logger, providers, stableMs, stores, targets } = parts;
  const now = Date.now;
  const stages = [
    new StackStage(providers),
    new BootstrapStage(providers),
    new ReleaseStage({ ...providers, releases: stores.releases, targets }),
    new VerifyStage({
      observer: providers.observer,
      targets,
      latestReport: async id =>
        (await stores.migrationReports.latest(id))?.report,
      now,
      stableMs,
    }),
    new RecordStage(providers),
  ];
  const { queue, registry } = stores;
  const worker = new ChangeWorker({ registry, announcer, stages, logger, now });
  return new ChangeReconciler({ queue, worker, logger, now });
}
