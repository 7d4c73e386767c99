import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';
import { EnvironmentChangeLogPage } from '../changes/EnvironmentChangeLogPage';
import { EnvironmentChangePage } from '../changes/EnvironmentChangePage';
import type { EnvironmentPlace } from '../kit/EnvironmentPlace';
import { EnvironmentPlanPage } from '../plans/EnvironmentPlanPage';
import { EnvironmentRestartPage } from '../plans/EnvironmentRestartPage';
import { EnvironmentRollbackPage } from '../plans/EnvironmentRollbackPage';
import { EnvironmentScalePage } from '../plans/EnvironmentScalePage';
import { EnvironmentUpgradePage } from '../plans/EnvironmentUpgradePage';
import { environmentPaths } from '../routes';

interface EnvironmentRoutesProps {
  place: EnvironmentPlace;
  /** The tab itself, and what any other address shows. */
  tab: ReactElement;
}

/** The pages of one environment. */
export function EnvironmentRoutes({ place, tab }: EnvironmentRoutesProps) {
  return (
    <Routes>
      <Route
        path={environmentPaths.upgrade}
        element={<EnvironmentUpgradePage place={place} />}
      />
      <Route
        path={environmentPaths.rollback}
        element={<EnvironmentRollbackPage place={place} />}
      />
      <Route
        path={environmentPaths.scale}
        element={<EnvironmentScalePage place={place} />}
      />
      <Route
        path={environmentPaths.restart}
        element={<EnvironmentRestartPage place={place} />}
      />
      <Route
        path={environmentPaths.plan()}
        element={<EnvironmentPlanPage place={place} />}
      />
      <Route
        path={environmentPaths.change()}
        element={<EnvironmentChangePage place={place} />}
      />
      <Route
        path={environmentPaths.changeLog()}
        element={<EnvironmentChangeLogPage place={place} />}
      />
      <Route path="*" element={tab} />
    </Routes>
  );
}
