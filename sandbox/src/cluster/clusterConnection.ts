import { readFile } from 'node:fs/promises';
import { readToken } from '../kubernetes/identities.ts';
import {
  kubernetesFiles,
  kubernetesUrl,
} from '../kubernetes/kubernetesFiles.ts';
import type { Settings } from '../settings.ts';
import type { ClusterPlace } from './clusterPlace.ts';
import { existingClusterFiles } from './existingClusterFiles.ts';

/** How the portal reaches the cluster that environments run on. */
export interface ClusterConnection extends ClusterPlace {
  /** Token of the identity that reads everything but Secrets. */
  readonly reader: string;
  /** File of the deployer's token. */
  readonly deployerToken: string;
}

/** The embedded cluster, or the person's own. */
export async function clusterConnection(
  settings: Settings,
): Promise<ClusterConnection> {
  if (settings.kubeContext) {
    const { deployerToken, place } = existingClusterFiles(settings);
    return { ...JSON.parse(await readFile(place, 'utf8')), deployerToken };
  }
  const files = kubernetesFiles(settings);
  const authority = await readFile(files.certificate);
  return {
    url: kubernetesUrl(settings),
    caData: authority.toString('base64'),
    reader: await readToken(settings, 'sovd-reader'),
    deployerToken: files.deployerToken,
  };
}
