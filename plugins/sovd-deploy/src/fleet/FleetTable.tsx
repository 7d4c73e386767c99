import { useMemo } from 'react';
import { Table, useBreakpoint } from '@backstage/ui';
import type { UseTableResult } from '@backstage/ui';
import type { EnvironmentPage } from '@sovd/plugin-sovd-deploy-common';
import { fleetColumns } from './fleetColumns';
import { FleetFilters } from './FleetFilters';
import { fleetPhoneColumns } from './fleetPhoneColumns';
import { noFilter, toFleetRows } from './fleetRow';
import type { FleetFilter, FleetRow } from './fleetRow';
import { SharedCauses } from './SharedCauses';
import styles from './fleet.module.css';

/** Rows, filters and pages, as the table's hook holds them. */
export type FleetTableState = Pick<
  UseTableResult<FleetRow, FleetFilter>,
  'tableProps' | 'filter' | 'search'
>;

interface FleetTableProps {
  page: EnvironmentPage;
  table: FleetTableState;
  /** Why the page is old. */
  staleReason?: string;
  hrefOf: (row: FleetRow) => string;
}

/** Environments that one may see; what needs a person stands first. */
export function FleetTable({
  page,
  table,
  staleReason,
  hrefOf,
}: FleetTableProps) {
  const { down } = useBreakpoint();
  const narrow = down('md');
  const columns = useMemo(
    () => (narrow ? fleetPhoneColumns : fleetColumns)(hrefOf),
    [narrow, hrefOf],
  );
  const { filter, search, tableProps } = table;
  return (
    <>
      <SharedCauses
        causes={page.sharedCauses}
        onShow={({ headline, health }) => {
          filter.onChange({ ...(filter.value ?? noFilter), health });
          search.onChange(headline);
        }}
      />
      <FleetFilters
        page={page}
        filter={filter.value ?? noFilter}
        onFilter={filter.onChange}
        search={search}
      />
      <div className={styles.table}>
        <Table
          columnConfig={columns}
          {...tableProps}
          data={tableProps.data && toFleetRows(tableProps.data, staleReason)}
          // said above the table, which shows what is known
          error={undefined}
          // a list that is always being renewed doesn't fade each time
          isStale={false}
          emptyState={<p>No environment matches. Remove a filter.</p>}
        />
      </div>
    </>
  );
}
