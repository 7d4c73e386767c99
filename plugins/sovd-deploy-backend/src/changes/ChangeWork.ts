import type { JsonObject } from '@backstage/types';
import type { ChangeKind, Image } from '@sovd/plugin-sovd-deploy-common';

/**
 * What a change carries out, settled when it was planned, so that nothing that moves
 * afterwards becomes part of it. Kept with the change as JSON.
 */
export interface ChangeWork {
  kind: ChangeKind;
  /** Commit that chart, code and stack template come from. */
  commit: string;
  /** Commit of the default branch that `environments/<environment>/` and its generated files come from. */
  environmentCommit: string;
  image: Image;
  /** Whether the migration Job runs; a release that goes back leaves the schema as it is. */
  migrate: boolean;
  /** Values on top of all others, e.g. the annotation that restarts pods. */
  values: JsonObject;
  /** Files that the repository gets when the change has succeeded, by path; a scaled environment's answers. */
  files: Record<string, string>;
}
