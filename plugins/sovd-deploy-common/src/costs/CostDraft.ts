import type { CostAnswers, CostPlace } from './CostAnswers';
import type { CostGroup } from './estimate';
import type { Usage } from './usage';

/** A line of an estimate before it is priced. */
export interface CostDraft {
  /** Stable name of the line. */
  id: string;
  group: CostGroup;
  label: string;
  note: string;
  quantity: number;
  /** Which price of the book it takes. */
  price: string;
}

/** What quantities are reckoned from. */
export interface CostBasis {
  answers: CostAnswers;
  place: CostPlace;
  usage: Usage;
  /** Nodes that run all month. */
  nodes: number;
}

/** Hours of a month, as AWS counts them. */
export const HOURS = 730;
