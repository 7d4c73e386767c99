import path from 'node:path';

import { gitUrl } from '../git/gitConnection.ts';
import { kubernetesFiles } from '../kubernetes/kubernetesFiles.ts';
import {
  postgresConnection,
  type PostgresConnection,
} from '../postgres/connection.ts';
import type { Settings } from '../settings.ts';
import { jobsEnvironment } from './jobsEnvironment.ts';

/** Which Git repository stands for which image. `{word}` in `repository` is a capture usable in `git`. */
export interface ImageRule {
  readonly repository: string;
  /** URL of the repository, or the path of a bare one. */
  readonly git: string;
  readonly subdirectory: string;
  /** The image's WORKDIR; paths below it are mapped into the checkout. */
  readonly workdir: string;
  /** The image's ENTRYPOINT and CMD, used when the container names no command. */
  readonly entrypoint: readonly string[];
}

export interface RunnerConfig {
  readonly kubeconfig: string;
  /** Name of the node that it registers. */
  readonly node: string;
  /** Loopback port of the node's API (logs). */
  readonly port: number;
  readonly tls: { readonly certificate: string; readonly key: string };
  readonly workFolder: string;
  /** Folders put in front of PATH: the shared Python environment. */
  readonly toolPath: readonly string[];
  readonly images: readonly ImageRule[];
  readonly postgres: PostgresConnection;
  /** First wait of ImagePullBackOff and CrashLoopBackOff; doubles up to 300 s as kubelet's does. */
  readonly backoffSeconds: number;
  /** Pods the node takes at a time: Kubernetes itself is the queue. */
  readonly maxPods: number;
}

export const jobsNode = 'sandbox-jobs';

/** How the job runner of this sandbox is composed; readable once its neighbours are prepared. */
export async function readRunnerConfig(
  settings: Settings,
): Promise<RunnerConfig> {
  const files = kubernetesFiles(settings);
  return {
    kubeconfig: files.adminKubeconfig,
    node: jobsNode,
    port: settings.ports.jobs,
    // the API server doesn't verify kubelets unless it is told to
    tls: { certificate: files.certificate, key: files.certificateKey },
    workFolder: path.join(settings.state, 'jobs'),
    toolPath: [await jobsEnvironment.programs(settings)],
    images: [
      {
        repository: `localhost:${settings.ports.images}/{owner}/{name}-backend`,
        git: `${gitUrl(settings)}/{owner}/{name}.git`,
        subdirectory: 'backend',
        workdir: '/app',
        entrypoint: [],
      },
    ],
    postgres: await postgresConnection(settings),
    backoffSeconds: 10,
    maxPods: 4,
  };
}
