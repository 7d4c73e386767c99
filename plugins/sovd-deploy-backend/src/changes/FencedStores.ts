import type { EnvironmentRegistry } from '../environments/EnvironmentRegistry';
import type { ReleaseStore } from '../releases/ReleaseStore';

/** What a stage may write into tables that outlive its change. */
export interface FencedStores {
  releases: Pick<ReleaseStore, 'record' | 'forget'>;
  registry: Pick<EnvironmentRegistry, 'changeAnswers'>;
}

/**
 * Writes under the lease of the change, in one transaction: all of it or nothing, and
 * nothing once somebody else holds the lease.
 *
 * @throws LeaseLostError
 */
export type FencedWrite = <T>(
  write: (stores: FencedStores) => Promise<T>,
) => Promise<T>;
