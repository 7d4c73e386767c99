import type {
  Change,
  EnvironmentKey,
  EnvironmentOverview,
} from '@sovd/plugin-sovd-deploy-common';
import type { ShownPart } from './ShownPart';

/** What the pages of one environment know of it: they are shown only once it was read. */
export interface EnvironmentPlace {
  key: EnvironmentKey;
  overview: EnvironmentOverview;
  history: ShownPart<Change[]>;
  /** Path of the environment's tab. */
  href: string;
  /** Who may let a person in, as the beginning of a sentence. */
  askWhom: string;
  /** Why nothing can be planned now, or not by this person. */
  planBarrier?: string;
  /** Why nothing can be applied now, or not by this person. */
  applyBarrier?: string;
  /** Why this person may not stop a change. */
  stopBarrier?: string;
  refresh: () => void;
  refreshHistory: () => void;
}
