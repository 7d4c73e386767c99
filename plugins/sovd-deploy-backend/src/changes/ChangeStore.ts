import type {
  Change,
  ChangeKind,
  ChangeLogEntry,
  Environment,
  Plan,
} from '@sovd/plugin-sovd-deploy-common';
import type { ChangeWork } from './ChangeWork';

/** What a person asks for. */
export interface ChangeOrder {
  kind: ChangeKind;
  requestedBy: string;
  reason?: string;
  /** What was looked at; only a `create` goes without. */
  planned?: {
    plan: Pick<Plan, 'digest' | 'fromVersion' | 'toVersion'>;
    work: ChangeWork;
  };
}

/** The changes of all environments, and what they told. */
export interface ChangeStore {
  /**
   * Starts a change. A `create` is declarative: one that runs or has succeeded is returned
   * as it is, one that failed is followed by a new one.
   *
   * @throws ConflictError naming the change that runs, unless both are the same `create`
   */
  start(
    environment: Environment,
    order: ChangeOrder,
  ): Promise<{ change: Change; started: boolean }>;
  /**
   * Asks for the end of a change; asked again, the first request stays.
   *
   * @throws NotFoundError
   * @throws ConflictError when it has ended, or only writes down what runs already
   */
  requestAbort(id: string, requestedBy: string): Promise<Change>;
  find(id: string): Promise<Change | undefined>;
  /**
   * Newest first.
   *
   * @param before - id of the change that they came before; an unknown one has none
   */
  list(
    environmentId: string,
    limit: number,
    before?: string,
  ): Promise<Change[]>;
  /** The running change, or else the newest one. */
  latest(environmentId: string): Promise<Change | undefined>;
  /** The same of many at once, by the environment's id. */
  latestOf(
    environmentIds: readonly string[],
  ): Promise<ReadonlyMap<string, Change>>;
  /**
   * Which environments are being changed, or have been since: changes are carried out by
   * any backend of the portal, and the others learn it only from here.
   *
   * @param position - of the answer before; 0 for the first time
   */
  changedSince(
    position: number,
  ): Promise<{ environmentIds: string[]; position: number }>;
  /** Log entries behind a position, oldest first. */
  log(id: string, after: number): Promise<ChangeLogEntry[]>;
}
