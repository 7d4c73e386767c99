/** Where the branches of a repository are. */
export interface RemoteHeads {
  /** Name of the default branch. */
  defaultBranch: string;
  /** Its newest commit. */
  head: string;
  /** Newest commits by branch, of those that were asked for and are there. */
  branches: ReadonlyMap<string, string>;
}

/**
 * What `git ls-remote --symref <url> HEAD <refs>` prints.
 *
 * @returns undefined when there is no commit on a default branch
 */
export function toRemoteHeads(text: string): RemoteHeads | undefined {
  const defaultBranch = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(text)?.[1];
  const head = /^([0-9a-f]{40})\tHEAD$/m.exec(text)?.[1];
  if (!defaultBranch || !head) return undefined;
  const found = text.matchAll(/^([0-9a-f]{40})\trefs\/heads\/(\S+)$/gm);
  const branches = new Map(
    [...found].map(([, commit, name]) => [name, commit]),
  );
  return { defaultBranch, head, branches };
}
