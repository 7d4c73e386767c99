/** One demand on the stamped repository, and what proves it. */
export interface Requirement {
  /** Letter of its subject and number, e.g. `H001`. */
  id: string;
  /** The demand in one line. */
  what: string;
  /** Files that satisfy it: of the stamped repository, else of this project. */
  file: string[];
  /** The test that proves it, from the project's root. */
  test?: string;
  /** The command that shows it where it can't be proven here, and why it can't. */
  byHand?: string;
  why?: string;
}
