import { useCallback } from 'react';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { ENVIRONMENT_PATH } from '../routes';
import { FleetPage } from './FleetPage';
import type { FleetRow } from './fleetRow';
import { useFleet } from './useFleet';

/** The list of environments, live. */
export function EnvironmentsPage() {
  const { part, refresh } = useFleet();
  const entityHrefOf = useEntityRefLink();
  const hrefOf = useCallback(
    ({ entityRef }: FleetRow) =>
      `${entityHrefOf(entityRef)}${ENVIRONMENT_PATH}`,
    [entityHrefOf],
  );
  return <FleetPage part={part} hrefOf={hrefOf} onRetry={refresh} />;
}
