import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MigrationReportStore } from '../databaseMigrations/MigrationReportStore';
import type { ClusterObserver } from './ClusterObserver';

interface Place {
  cluster: string;
  namespace: string;
}

/** @see {@link MigrationEvidence} */
export interface MigrationEvidenceOptions {
  observer: ClusterObserver;
  reports: Pick<MigrationReportStore, 'record'>;
  /** The environment that has a namespace; undefined when none does. */
  environmentAt(
    place: Place,
  ): Promise<{ id: string; releaseName: string } | undefined>;
  logger: Pick<LoggerService, 'warn'>;
}

/** Writes down each run of a migration Job as soon as it is seen, since Kubernetes deletes it. */
export class MigrationEvidence {
  /** What was written last, by the environment's id. */
  private readonly written = new Map<string, string>();

  constructor(private readonly options: MigrationEvidenceOptions) {}

  /** Begins to keep what the observer sees from now on. */
  follow(): void {
    const { logger, observer } = this.options;
    observer.onChange(place => {
      this.look(place).catch(error =>
        logger.warn(
          `A migration's report in ${place.namespace} wasn't kept: ${error}`,
        ),
      );
    });
  }

  private async look(place: Place): Promise<void> {
    const { environmentAt, observer, reports } = this.options;
    const environment = await environmentAt(place);
    if (!environment) return;
    const { releaseName } = environment;
    const { value } = observer.observe({ ...place, releaseName });
    const run = value?.migrationJob;
    if (!run) return;
    const text = JSON.stringify(run);
    if (this.written.get(environment.id) === text) return;
    await reports.record(environment.id, run);
    this.written.set(environment.id, text);
  }
}
