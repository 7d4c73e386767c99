import path from 'node:path';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { HelmError } from './HelmError';
import { HelmRecovery } from './HelmRecovery';
import type { HelmReleaseOptions } from './HelmReleaseOptions';
import { HelmValueLayers } from './HelmValueLayers';
import { refuseLinks } from './refuseLinks';
import { descriptionOf } from './ReleaseDeployer';
import type {
  DeployedRelease,
  FirstRelease,
  ReleaseDeployer,
  ReleaseRequest,
} from './ReleaseDeployer';
import { toDeployedReleases } from './toDeployedRelease';

const CHART = 'infrastructure/helm/sovd-webapp';
/** Milliseconds for Helm's own reads. */
const READ_TIMEOUT = 30_000;

/** Releases by the helm program, as the target's deployer. */
export class HelmReleaseDeployer implements ReleaseDeployer {
  constructor(private readonly options: HelmReleaseOptions) {}

  async read(
    environment: Environment,
    signal: AbortSignal,
  ): Promise<DeployedRelease | undefined> {
    return (await this.history(environment, signal))[0];
  }

  async deploy(
    request: ReleaseRequest,
    tell: (text: string) => void,
    signal: AbortSignal,
  ): Promise<DeployedRelease> {
    const { environment, changeId } = request;
    const place = this.options.placeOf(environment);
    const { releaseName } = environment;
    await refuseLinks(request.sourceFolder, CHART);
    await refuseLinks(request.sourceFolder, 'environments');

    const history = await this.history(environment, signal);
    const description = descriptionOf(changeId);
    if (
      history[0]?.status === 'deployed' &&
      history[0].description === description
    ) {
      tell(`Revision ${history[0].revision} was already deployed`);
      return history[0];
    }
    await this.recovery(environment, tell, signal).recover(
      environment,
      history,
    );
    const layers = await HelmValueLayers.read(request, place);
    await this.options.program.run({
      ...this.lasting(environment, tell, signal),
      args: async work => [
        'upgrade',
        releaseName,
        path.join(request.sourceFolder, CHART),
        '--install',
        '--rollback-on-failure',
        '--wait',
        '--timeout',
        `${Math.ceil(place.releaseTimeoutMs / 1000)}s`,
        ...(await layers.toArguments(work)),
        '--description',
        description,
      ],
    });
    const deployed = await this.read(environment, signal);
    if (!deployed) {
      throw new HelmError(
        `Helm installed ${releaseName} but has no record of it; somebody may have removed it`,
      );
    }
    return deployed;
  }

  async takeBack(
    environment: Environment,
    changeId: string,
    tell: (text: string) => void,
    signal: AbortSignal,
    first: FirstRelease = 'removed',
  ): Promise<DeployedRelease | undefined> {
    const history = await this.history(environment, signal);
    await this.recovery(environment, tell, signal).takeBack(
      environment,
      history,
      descriptionOf(changeId),
      first,
    );
    return this.read(environment, signal);
  }

  private recovery(
    environment: Environment,
    tell: (text: string) => void,
    signal: AbortSignal,
  ): HelmRecovery {
    const { access, releaseTimeoutMs } = this.options.placeOf(environment);
    const common = this.lasting(environment, tell, signal);
    return new HelmRecovery({
      access,
      helm: args => this.options.program.run({ ...common, args }),
      tell,
      signal,
      patience: releaseTimeoutMs,
    });
  }

  /** What all runs of Helm that change a release have in common. */
  private lasting(
    environment: Environment,
    tell: (text: string) => void,
    signal: AbortSignal,
  ) {
    const { access, releaseTimeoutMs } = this.options.placeOf(environment);
    // Helm's timeout holds for the migration, the wait, and the rollback: for each of them
    const timeout = releaseTimeoutMs * 3 + READ_TIMEOUT;
    const { namespace } = environment;
    return { access, namespace, timeout, signal, tell };
  }

  private async history(
    environment: Environment,
    signal: AbortSignal,
  ): Promise<DeployedRelease[]> {
    try {
      const json = await this.options.program.run({
        access: this.options.placeOf(environment).access,
        namespace: environment.namespace,
        args: ['history', environment.releaseName, '--output', 'json'],
        timeout: READ_TIMEOUT,
        signal,
      });
      return toDeployedReleases(json);
    } catch (error) {
      if (error instanceof HelmError && error.releaseNotFound) return [];
      throw error;
    }
  }
}
