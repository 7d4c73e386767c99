/** One line of the table. */
export interface Row {
  /** What was measured; a later run of the same figure takes its place. */
  figure: string;
  goal: string;
  measured: string;
  /** The peer that ran beside it, and how the two compare. */
  against: string;
  /** Whether the goal was met, and why not. */
  verdict: string;
}

/** A goal that is held up to a value; `why` is what there is to say when it isn't met. */
export function verdictOf(isMet: boolean, why: string): string {
  return isMet ? 'met' : `**missed**: ${why}`;
}
