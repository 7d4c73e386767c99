import type { Environment, Release } from '@sovd/plugin-sovd-deploy-common';

/** What changes deployed, by environment and revision. */
export interface ReleaseStore {
  /** Says of one revision what it is; asked again, it says the newer word. */
  record(environmentId: string, release: Release): Promise<void>;
  /** The highest revision; undefined when nothing was ever deployed. */
  latest(
    environment: Pick<Environment, 'id' | 'namespace' | 'releaseName'>,
  ): Promise<Release | undefined>;
}
