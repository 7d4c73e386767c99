/** One thing that changes: a short sentence, and what it means in detail. */
export interface PlannedSentence {
  sentence: string;
  details: string[];
}

/** What a plan says of one side of an environment. */
export interface PlanSection {
  title: string;
  changes: PlannedSentence[];
  /** What stays, and what nobody can tell. */
  notes: string[];
  /** Nobody can tell whether something changes. */
  unknown?: true;
}
