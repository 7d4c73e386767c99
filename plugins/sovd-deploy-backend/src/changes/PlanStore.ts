import type { PlannedChange } from './Planner';

/** Whom and what a plan is for. */
export interface PlanOwner {
  environmentId: string;
  /** Entity ref of the person who made it. */
  person: string;
}

/** Plans that people saw, each for one person, one environment and one use. */
export interface PlanStore {
  /** Keeps a plan until it expires; the same plan made again can be used again. */
  keep(planned: PlannedChange, owner: PlanOwner): Promise<void>;
  /** Undefined when there is none, it belongs to somebody else, or it has expired. */
  find(digest: string, owner: PlanOwner): Promise<PlannedChange | undefined>;
  /**
   * Gives a plan to be carried out, once.
   *
   * @throws NotFoundError when there is none of this person for this environment
   * @throws ConflictError when it was used or has expired
   */
  take(digest: string, owner: PlanOwner): Promise<PlannedChange>;
}
