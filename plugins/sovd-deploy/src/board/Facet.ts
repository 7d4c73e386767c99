import type { Look } from '../kit/intent';

/** One fact of a column; the same facts stand in the same rows of all columns. */
export interface Facet {
  label: 'Version' | 'Rollout' | 'Database' | 'Cost';
  value: string;
  hint?: string;
  /** The value is a status: its icon and colour. */
  look?: Look;
  /** There is no value; `value` says why. */
  isNothing?: boolean;
  /** The value couldn't be renewed. */
  isStale?: boolean;
  /** It is another one than in the column before. */
  differs?: boolean;
}
