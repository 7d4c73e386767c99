import type { PlanRequest } from '@sovd/plugin-sovd-deploy-common';

/** What all pages have in common on which a person says what shall be planned. */
export interface PlanningPageProps {
  /** Name of the environment. */
  name: string;
  /** Where this page was come to from. */
  back: { label: string; href: string };
  /** Why nothing can be planned now, or not by this person. */
  barrier?: string;
  isPlanning?: boolean;
  planningFailure?: string;
  onPlan?: (request: PlanRequest) => void;
}
