/** A file that the portal writes into a team's repository. */
export interface GeneratedFile {
  /** From the repository's root, with forward slashes. */
  path: string;
  content: string;
}
