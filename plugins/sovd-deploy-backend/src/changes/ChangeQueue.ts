import type { AbortRequest, StageName } from '@sovd/plugin-sovd-deploy-common';
import type { ChangeState } from './ChangeState';
import type { FencedWrite } from './FencedStores';

/** A change that somebody should work on now. */
export interface DueChange {
  changeId: string;
  environmentId: string;
  /** Epoch of its lease as it was seen; a claim compares it. */
  epoch: number;
}

/** A line of the log before it has a position. */
export interface ChangeLogLine {
  at: string;
  stage: StageName;
  text: string;
}

/**
 * The right to work on one change, for a limited time. Every write names the lease's
 * epoch; a write of somebody who lost the lease changes nothing.
 */
export interface ChangeLease {
  readonly changeId: string;
  readonly environmentId: string;
  readonly epoch: number;
  load(): Promise<ChangeState>;
  /** @throws LeaseLostError */
  save(state: ChangeState): Promise<void>;
  /** @throws LeaseLostError */
  append(lines: readonly ChangeLogLine[]): Promise<void>;
  /** What a stage writes beside its change. */
  readonly write: FencedWrite;
  /**
   * Keeps the lease for another while.
   *
   * @returns the request to end the change, if there is one
   * @throws LeaseLostError
   */
  renew(): Promise<AbortRequest | undefined>;
  /** Gives the lease back, so that the next step may be anyone's; does nothing when it is lost. */
  release(): Promise<void>;
}

/** The running changes, to be shared out among all replicas of the backend. */
export interface ChangeQueue {
  /** Changes whose next step is due and that nobody holds, longest waiting first. */
  due(limit: number): Promise<DueChange[]>;
  /** @returns undefined when another one was faster */
  claim(due: DueChange, holder: string): Promise<ChangeLease | undefined>;
}
