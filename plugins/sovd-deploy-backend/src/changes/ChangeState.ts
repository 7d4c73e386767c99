import type { JsonObject } from '@backstage/types';
import type { Change, StageName } from '@sovd/plugin-sovd-deploy-common';
import type { ChangeWork } from './ChangeWork';

/** A change with everything that a reconciler needs to go on with it. */
export interface ChangeState {
  change: Change;
  /** What was planned; a `create` has none and takes the newest commit. */
  work?: ChangeWork;
  /** What each stage noted at its last step. */
  checkpoints: Partial<Record<StageName, JsonObject>>;
  /** What each finished stage hands to the later ones. */
  results: Partial<Record<StageName, JsonObject>>;
  /** Steps in a row that threw. */
  attempts: number;
  /** When the next step is due, in milliseconds since 1970. */
  nextLookAt: number;
}
