import path from 'node:path';
import type { Settings } from '../settings.ts';

/** What is kept of a person's own cluster; both files are mode 0600. */
export function existingClusterFiles(settings: Settings) {
  return {
    /** Address, authority and the reader's token, as JSON. */
    place: path.join(settings.state, 'existing-cluster.json'),
    deployerToken: path.join(settings.state, 'existing-cluster.token'),
  };
}
