import type {
  Environment,
  Plan,
  PlanRequest,
} from '@sovd/plugin-sovd-deploy-common';
import type { ChangeWork } from './ChangeWork';
import type { PlanFingerprints } from './planSections';

/** A plan with what carries it out. */
export interface PlannedChange {
  plan: Plan;
  work: ChangeWork;
  fingerprints: PlanFingerprints;
}

/** How a plan is made. */
export interface PlanOptions {
  signal: AbortSignal;
  /**
   * When the change was planned first, as RFC 3339: given again before it is applied, since
   * a restart carries that time to the pods. Now when left out.
   */
  plannedAt?: string;
}

/** Says what a change would do, and changes nothing. */
export interface Planner {
  /**
   * The same world and the same request give the same digest.
   *
   * @throws NotFoundError when what runs now isn't known, so that nothing can be compared
   */
  plan(
    environment: Environment,
    request: PlanRequest,
    options: PlanOptions,
  ): Promise<PlannedChange>;
}
