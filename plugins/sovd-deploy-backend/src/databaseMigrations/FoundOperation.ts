import type { SafetyJudgement } from './SafetyJudgement';

/** One operation of `upgrade()` or `downgrade()`. */
export interface FoundOperation extends SafetyJudgement {
  /** For people, e.g. `add_column vehicle.note`. */
  text: string;
}
