import type { RevisionSafety } from '@sovd/plugin-sovd-deploy-common';

/** The variables that Alembic goes by. */
export interface RevisionVariables {
  id: string;
  /** Revisions that stand directly below. */
  down: readonly string[];
  /** Revisions or branch labels that have to be there as well. */
  dependsOn: readonly string[];
  branchLabels: readonly string[];
}

/** What a revision does, as its code says. */
export interface RevisionClass {
  safety: RevisionSafety;
  /** Why it is of that class; empty when it only adds. */
  reason: string;
  /** What it does, e.g. `add_column vehicle.note`. */
  operations: readonly string[];
  /** Whether `downgrade()` takes back what `upgrade()` does. */
  hasDowngrade: boolean;
}

/** One revision of a repository. */
export interface AlembicRevision extends RevisionVariables, RevisionClass {
  /** First line of the docstring, for people; never used to decide anything. */
  title: string;
  /** Path in the repository. */
  file: string;
}
