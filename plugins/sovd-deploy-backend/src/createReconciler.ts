import type { LoggerService } from '@backstage/backend-plugin-api';
import { BootstrapStage } from './changes/BootstrapStage';
import { ChangeAborter } from './changes/ChangeAborter';
import { ChangeReconciler } from './changes/ChangeReconciler';
import { ChangeWorker } from './changes/ChangeWorker';
import { FailedVerification } from './changes/FailedVerification';
import { RecordStage } from './changes/RecordStage';
import { ReleaseRecord } from './changes/ReleaseRecord';
import { ReleaseStage } from './changes/ReleaseStage';
import { RestoredRelease } from './changes/RestoredRelease';
import { StackStage } from './changes/StackStage';
import { VerifyStage } from './changes/VerifyStage';
import type { EnvironmentAnnouncer } from './environments/EnvironmentAnnouncer';
import type { TargetConfig } from './environments/TargetConfig';
import type { Providers } from './Providers';
import type { Stores } from './Stores';

/** What a reconciler is made of. */
export interface ReconcilerParts {
  stores: Stores;
  providers: Pick<
    Providers,
    | 'bootstrapper'
    | 'deployer'
    | 'images'
    | 'observer'
    | 'provisioners'
    | 'pullRequests'
    | 'sources'
  >;
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
  const { migrationReports, queue, registry, releases } = stores;
  const record = new ReleaseRecord(providers);
  const restored = new RestoredRelease({ ...providers, record, releases });
  const stages = [
    new StackStage(providers),
    new BootstrapStage(providers),
    new ReleaseStage({ ...providers, restored, targets }),
    new VerifyStage({
      observer: providers.observer,
      targets,
      failed: new FailedVerification({ ...providers, restored }),
      latestRun: id => migrationReports.latest(id),
      now,
      stableMs,
    }),
    new RecordStage({ ...providers, record }),
  ];
  const worker = new ChangeWorker({
    registry,
    announcer,
    stages,
    aborter: new ChangeAborter({ ...providers, restored }),
    restored,
    logger,
    now,
  });
  return new ChangeReconciler({ queue, worker, logger, now });
}
