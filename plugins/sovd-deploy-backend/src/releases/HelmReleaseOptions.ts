import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { ClusterAccess } from './ClusterAccess';
import type { HelmProgram } from './HelmProgram';

/** What a target says of releases. */
export interface ReleasePlace {
  /** The deployer's access to the cluster. */
  access: ClusterAccess;
  /** Longest that one release may take, in milliseconds. */
  releaseTimeoutMs: number;
  /** Kubernetes' `progressDeadlineSeconds` of every Deployment. */
  progressDeadlineSeconds: number;
}

/** What whoever runs Helm for releases works with. */
export interface HelmReleaseOptions {
  program: HelmProgram;
  placeOf(environment: Environment): ReleasePlace;
}
