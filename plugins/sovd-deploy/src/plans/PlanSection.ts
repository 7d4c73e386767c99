import type { Look, PlanLevel } from '../kit/intent';

/** In the order in which a plan is read; it never changes. */
export const planSectionIds = [
  'images',
  'values',
  'objects',
  'database',
  'infrastructure',
  'money',
  'wayBack',
] as const;

export type PlanSectionId = (typeof planSectionIds)[number];

/**
 * `remove` comes back with the way back; `replace` and `delete` lose data and are red;
 * `more` and `less` are prices.
 */
export type PlanRowKind =
  | 'add'
  | 'change'
  | 'remove'
  | 'replace'
  | 'delete'
  | 'more'
  | 'less'
  | 'note';

/** A setting, field or property, ready to be read. */
export interface ShownField {
  path: string;
  before?: string;
  after?: string;
}

export interface PlanRow {
  kind: PlanRowKind;
  subject: string;
  detail?: string;
  fields?: ShownField[];
  /** Said as they are, e.g. operations on tables. */
  lines?: string[];
}

/** One section of a plan: how much, how loud, one sentence, and the rows behind it. */
export interface PlanSection {
  id: PlanSectionId;
  count?: string;
  level: PlanLevel;
  /** Replaces the general word for the level. */
  look?: Look;
  sentence: string;
  rows: PlanRow[];
}
