import { PlanApplier } from './changes/PlanApplier';
import type { Planner } from './changes/Planner';
import { ReleasePlanner } from './changes/ReleasePlanner';
import { VersionList } from './changes/VersionList';
import { EnvironmentEstimator } from './costs/EnvironmentEstimator';
import { AlembicGraphCache } from './databaseMigrations/AlembicGraphCache';
import type { TargetConfig } from './environments/TargetConfig';
import type { Providers } from './Providers';
import type { Stores } from './Stores';

/** Who answers what could come, what it would do, and has it done. */
export interface Planning {
  planner: Planner;
  applier: PlanApplier;
  versions: VersionList;
}

/** Planning with everything that a plan is made from. */
export function createPlanner(parts: {
  stores: Stores;
  providers: Providers;
  targets: readonly TargetConfig[];
}): Planning {
  const { providers, stores, targets } = parts;
  const { changes, plans } = stores;
  const graphs = new AlembicGraphCache();
  const estimator = new EnvironmentEstimator(targets);
  const sources = { ...stores, ...providers, estimator, graphs, targets };
  const planner = new ReleasePlanner(sources);
  return {
    planner,
    applier: new PlanApplier({ changes, planner, plans }),
    versions: new VersionList(sources),
  };
}
