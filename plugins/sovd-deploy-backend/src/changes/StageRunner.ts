import type { JsonObject } from '@backstage/types';
import type {
  Change,
  Environment,
  Finding,
  StageName,
} from '@sovd/plugin-sovd-deploy-common';
import type { ChangeWork } from './ChangeWork';
import type { FencedWrite } from './FencedStores';

/** What one short step of a stage came to. */
export type StageOutcome =
  | {
      state: 'waiting';
      summary: string;
      /** Milliseconds until the next look. */
      retryAfter: number;
      checkpoint: JsonObject;
      /** What people call the release, as soon as it is known. */
      version?: string;
      /**
       * `none`: it waits for people, however long they take; `anew`: the time that the
       * stage may take begins now.
       */
      limit?: 'none' | 'anew';
    }
  | {
      state: 'succeeded';
      summary: string;
      /** What later stages read; JSON only, since a restarted backend reads it from the database. */
      result: JsonObject;
      version?: string;
      /** What is left for people to do, although the change goes on. */
      finding?: Finding;
    }
  | { state: 'failed'; finding: Finding }
  /** Nothing is under way any more, and what ran before runs again. */
  | { state: 'aborted'; summary: string };

/** Everything a stage may know and do. */
export interface StageContext {
  change: Change;
  /** What was planned; a `create` has none and takes the newest commit. */
  work?: ChangeWork;
  environment: Environment;
  /** What this stage noted at its last step; empty at the first. */
  checkpoint: JsonObject;
  /** Results of the stages before. */
  results: Partial<Record<StageName, JsonObject>>;
  /** Adds a line to the change's log. */
  tell(text: string): void;
  /** Writes what outlives the change; refused once its signal is aborted or its lease is lost. */
  write: FencedWrite;
  /** Aborts when the change was aborted, the lease was lost, or the backend stops. */
  signal: AbortSignal;
}

/**
 * One stage of a change. Level-triggered: each call looks at the world, does the next
 * idempotent thing, notes it and returns, so that any backend can go on after a crash.
 */
export interface StageRunner {
  readonly name: StageName;
  /**
   * Milliseconds after its start when a stage that still waits has failed, so that
   * every change comes to an end.
   */
  timeoutOf(environment: Environment): number;
  run(context: StageContext): Promise<StageOutcome>;
}
