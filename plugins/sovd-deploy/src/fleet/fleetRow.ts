import type {
  EnvironmentSummary,
  Health,
} from '@sovd/plugin-sovd-deploy-common';

/** A row of the list; tables want an `id`. */
export interface FleetRow extends EnvironmentSummary {
  id: string;
}

/** What the list is narrowed to. */
export interface FleetFilter {
  health: Health | 'all';
  /** Entity ref. */
  owner: string;
}

export const noFilter: FleetFilter = { health: 'all', owner: 'all' };

/**
 * Rows of the list.
 *
 * @param staleReason - why the list couldn't be renewed: nothing in it is known any more
 */
export function toFleetRows(
  summaries: readonly EnvironmentSummary[],
  staleReason?: string,
): FleetRow[] {
  return summaries.map(summary => {
    const row = { ...summary, id: summary.entityRef };
    return staleReason ? { ...row, health: 'unknown', staleReason } : row;
  });
}
