import type {
  Change,
  ChangeKind,
  ChangeLogEntry,
  Environment,
} from '@sovd/plugin-sovd-deploy-common';

/** What a person asks for. */
export interface ChangeOrder {
  kind: ChangeKind;
  requestedBy: string;
  reason?: string;
}

/** The changes of all environments, and what they told. */
export interface ChangeStore {
  /**
   * Starts a change. A `create` is declarative: one that runs or has succeeded is returned
   * as it is, one that failed is followed by a new one.
   *
   * @throws ConflictError naming the change that runs, when it is of another kind
   */
  start(
    environment: Environment,
    order: ChangeOrder,
  ): Promise<{ change: Change; started: boolean }>;
  find(id: string): Promise<Change | undefined>;
  /** Newest first. */
  list(environmentId: string, limit: number): Promise<Change[]>;
  /** The running change, or else the newest one. */
  latest(environmentId: string): Promise<Change | undefined>;
  /** Log entries behind a position, oldest first. */
  log(id: string, after: number): Promise<ChangeLogEntry[]>;
}
