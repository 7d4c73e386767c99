import { useCallback } from 'react';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { ENVIRONMENT_PATH } from '../routes';
import { FleetPage } from './FleetPage';
import type { FleetRow } from './fleetRow';
import { useFleet } from './useFleet';

/** The list of environments, live. */
export function EnvironmentsPage() {
  const { part, table, refresh } = useFleet();
  const entityHrefOf = useEntityRefLink();
  const hrefOf = useCallback(
    ({ entityRef }: FleetRow) =>
      `${entityHrefOf(entityRef)}${ENVIRONMENT_PATH}`,
    [entityHrefOf],
  );
  return (
    <FleetPage part={part} table={table} hrefOf={hrefOf} onRetry={refresh} />
  );
}
