import type { EnvironmentPage } from '@sovd/plugin-sovd-deploy-common';
import { noFilter, toFleetRows } from '../fleet/fleetRow';
import type { FleetFilter } from '../fleet/fleetRow';
import type { FleetTableState } from '../fleet/FleetTable';

/** A table that shows a page and goes nowhere. */
export function fleetTable(
  page: EnvironmentPage,
  {
    filter = noFilter,
    search = '',
  }: { filter?: FleetFilter; search?: string } = {},
): FleetTableState {
  return {
    tableProps: {
      data: toFleetRows(page.items),
      pagination: { type: 'none' },
    },
    filter: { value: filter, onChange: () => {} },
    search: { value: search, onChange: () => {} },
  };
}
