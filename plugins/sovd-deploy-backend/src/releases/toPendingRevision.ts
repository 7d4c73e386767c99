import type { DeployedRelease } from './ReleaseDeployer';
import type { PendingRevision } from './ReleaseRenderer';

/**
 * The newest revision, if it is one that nobody has brought to its end.
 *
 * @param history - newest first
 */
export function toPendingRevision([newest]: readonly DeployedRelease[]):
  | PendingRevision
  | undefined {
  if (!newest?.status.startsWith('pending-')) return undefined;
  const { revision, status, updatedAt: since } = newest;
  return { revision, status, since };
}
