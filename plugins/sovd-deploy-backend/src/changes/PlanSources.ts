import type { EnvironmentEstimator } from '../costs/EnvironmentEstimator';
import type { AlembicGraphCache } from '../databaseMigrations/AlembicGraphCache';
import type { MigrationReportStore } from '../databaseMigrations/MigrationReportStore';
import type { SourceRepository } from '../environments/SourceRepository';
import type { TargetConfig } from '../environments/TargetConfig';
import type { CapacityReader } from '../releases/CapacityReader';
import type { ImageRegistry } from '../releases/ImageRegistry';
import type { ReleaseRehearsal } from '../releases/ReleaseRehearsal';
import type { ReleaseRenderer } from '../releases/ReleaseRenderer';
import type { ReleaseStore } from '../releases/ReleaseStore';
import type { StackProvisioner } from '../stacks/StackProvisioner';
import type { ChangeStore } from './ChangeStore';

/** Everything that a plan is made from; all of it is only read. */
export interface PlanSources {
  capacity: CapacityReader;
  changes: Pick<ChangeStore, 'latest'>;
  estimator: Pick<EnvironmentEstimator, 'estimate'>;
  graphs: AlembicGraphCache;
  images: ImageRegistry;
  migrationReports: Pick<MigrationReportStore, 'latest'>;
  provisioners: readonly StackProvisioner[];
  rehearsal: ReleaseRehearsal;
  releases: Pick<ReleaseStore, 'find' | 'latest'>;
  renderer: ReleaseRenderer;
  sources: Pick<SourceRepository, 'checkOut' | 'readRefs'>;
  targets: readonly TargetConfig[];
}
