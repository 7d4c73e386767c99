import type { Environment, Release } from '@sovd/plugin-sovd-deploy-common';

/** Whose releases are asked for. */
export type ReleaseKey = Pick<Environment, 'id' | 'namespace' | 'releaseName'>;

/** What changes deployed, by environment and revision. */
export interface ReleaseStore {
  /** Says of one revision what it is; asked again, it says the newer word. */
  record(environmentId: string, release: Release): Promise<void>;
  /** The highest revision; undefined when nothing was ever deployed. */
  latest(environment: ReleaseKey): Promise<Release | undefined>;
  /** The same of many at once, by the environment's id. */
  latestOf(
    environments: readonly ReleaseKey[],
  ): Promise<ReadonlyMap<string, Release>>;
  /** One revision; undefined when the portal didn't deploy it. */
  find(environment: ReleaseKey, revision: number): Promise<Release | undefined>;
  /** Forgets everything of an environment whose release was removed: Helm counts anew. */
  forget(environmentId: string): Promise<void>;
}
