import { useMemo } from 'react';
import { Table, useBreakpoint, useTable } from '@backstage/ui';
import { fleetColumns } from './fleetColumns';
import { FleetFilters } from './FleetFilters';
import { fleetPhoneColumns } from './fleetPhoneColumns';
import { filterRows, searchRows, sortRows } from './fleetRow';
import type { FleetFilter, FleetRow } from './fleetRow';
import styles from './fleet.module.css';

interface FleetTableProps {
  rows: FleetRow[];
  hrefOf: (row: FleetRow) => string;
}

/** Every environment one may see; what needs a person stands first. */
export function FleetTable({ rows, hrefOf }: FleetTableProps) {
  const { down } = useBreakpoint();
  const narrow = down('md');
  const columns = useMemo(
    () => (narrow ? fleetPhoneColumns : fleetColumns)(hrefOf),
    [narrow, hrefOf],
  );
  const { tableProps, search, filter } = useTable<FleetRow, FleetFilter>({
    mode: 'complete',
    data: rows,
    initialSort: { column: 'health', direction: 'ascending' },
    initialFilter: 'all',
    paginationOptions: { pageSize: 20, pageSizeOptions: [20, 50, 100] },
    sortFn: sortRows,
    filterFn: filterRows,
    searchFn: searchRows,
  });
  return (
    <>
      <FleetFilters
        rows={rows}
        filter={filter.value ?? 'all'}
        onFilter={filter.onChange}
        search={search}
      />
      <div className={styles.table}>
        <Table
          columnConfig={columns}
          {...tableProps}
          emptyState={<p>No environment matches. Remove a filter.</p>}
        />
      </div>
    </>
  );
}
