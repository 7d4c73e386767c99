import { useState } from 'react';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { useTable } from '@backstage/ui';
import type { EnvironmentPage } from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApiRef } from '../api';
import { failureOf } from '../kit/failure';
import type { ShownPart } from '../kit/ShownPart';
import { useNews } from '../kit/useNews';
import { createEnvironmentRouteRef } from '../routes';
import { noFilter, toFleetRows } from './fleetRow';
import type { FleetFilter, FleetRow } from './fleetRow';
import type { FleetTableState } from './FleetTable';
import { toFleetPart } from './toFleetPart';
import type { AnsweredPage } from './toFleetPart';
import { toPageQuery } from './toPageQuery';

/** Environments that the person may see, page by page, renewed when any of them changes. */
export function useFleet(): {
  part: ShownPart<EnvironmentPage>;
  table: FleetTableState;
  refresh: () => void;
} {
  const api = useApi(sovdDeployApiRef);
  const createHref = useRouteRef(createEnvironmentRouteRef)?.();
  const [answered, setAnswered] = useState<AnsweredPage>();

  const table = useTable<FleetRow, FleetFilter>({
    mode: 'cursor',
    initialSort: { column: 'health', direction: 'ascending' },
    initialFilter: noFilter,
    paginationOptions: {
      pageSize: 20,
      pageSizeOptions: [20, 50, 100],
      getLabel: ({ totalCount }) => `${totalCount} in all`,
    },
    getData: async ({ signal, ...params }) => {
      const now = () => new Date().toISOString();
      try {
        const page = await api.listEnvironments(toPageQuery(params), {
          signal,
        });
        if (!signal.aborted) setAnswered({ page, seenAt: now() });
        return {
          data: toFleetRows(page.items),
          nextCursor: page.nextCursor,
          prevCursor: page.prevCursor,
          totalCount: page.total,
        };
      } catch (error) {
        if (!signal.aborted) {
          const failure = failureOf(error);
          setAnswered(before => ({ seenAt: now(), ...before, failure }));
        }
        throw error;
      }
    },
  });

  // Its declared type keeps quiet about the option, without which it goes to the first page.
  const reload: (options?: { keepCurrentCursor: boolean }) => void =
    table.reload;
  const refresh = () => reload({ keepCurrentCursor: true });
  useNews({
    channel: answered?.page?.channel,
    busy: table.tableProps.isPending ?? false,
    onNews: refresh,
  });
  return {
    part: toFleetPart(answered, createHref),
    table,
    refresh: () => {
      setAnswered(before => (before?.page ? before : undefined));
      refresh();
    },
  };
}
