import { NotFoundError } from '@backstage/errors';
import { releaseSchema, versionOf } from '@sovd/plugin-sovd-deploy-common';
import type { Environment, Image } from '@sovd/plugin-sovd-deploy-common';
import type { SourceRepository } from '../environments/SourceRepository';
import type { TargetConfig } from '../environments/TargetConfig';
import type { ClusterObserver } from '../overview/ClusterObserver';
import type { ImageRegistry } from '../releases/ImageRegistry';
import type {
  DeployedRelease,
  ReleaseDeployer,
} from '../releases/ReleaseDeployer';
import type { ReleaseStore } from '../releases/ReleaseStore';
import { ReleaseError } from '../releases/ReleaseError';
import { toReleaseFailure } from '../releases/toReleaseFailure';
import { FirstCause } from './FirstCause';
import { imageReference } from './imageReference';
import { resultOf } from './stageResults';
import type { StageContext, StageOutcome, StageRunner } from './StageRunner';

/** Between two looks for the image, in milliseconds. */
const LOOK_MS = 5_000;
/** Pipelines build the image of a commit; longer than this one hangs. */
const IMAGE_TIMEOUT_MS = 30 * 60_000;

/** What the stage works with. */
export interface ReleaseStageOptions {
  sources: SourceRepository;
  images: ImageRegistry;
  deployer: ReleaseDeployer;
  releases: ReleaseStore;
  observer: Pick<ClusterObserver, 'observe'>;
  targets: readonly TargetConfig[];
}

/** Waits for the commit's image, then installs or upgrades the release. */
export class ReleaseStage implements StageRunner {
  readonly name = 'release';

  constructor(private readonly options: ReleaseStageOptions) {}

  timeoutOf() {
    return IMAGE_TIMEOUT_MS;
  }

  async run(context: StageContext): Promise<StageOutcome> {
    const { commit } = resultOf(context, 'stack');
    const target = this.targetOf(context.environment);
    const wanted = imageReference(
      context.environment,
      target,
      'backend',
      commit,
    );
    const image = await this.options.images.resolve(wanted, context.signal);
    if (image) return this.deploy(context, image);

    const summary = `Waiting for the image ${wanted.repository}:${wanted.tag}`;
    if (context.checkpoint.told !== summary) context.tell(summary);
    return {
      state: 'waiting',
      summary,
      retryAfter: LOOK_MS,
      checkpoint: { told: summary },
    };
  }

  private async deploy(
    context: StageContext,
    image: Image,
  ): Promise<StageOutcome> {
    const { change, environment, signal, tell } = context;
    const { commit, outputs } = resultOf(context, 'stack');
    const { deployer, observer, releases, sources } = this.options;
    const first = new FirstCause(observer, environment);
    const tree = await sources.checkOut(environment, commit, signal);
    let deployed: DeployedRelease;
    try {
      const sourceFolder = tree.folder;
      deployed = await first.during(() =>
        deployer.deploy(
          { environment, sourceFolder, image, outputs, changeId: change.id },
          tell,
          signal,
        ),
      );
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ReleaseError) || error.passing) throw error;
      return {
        state: 'failed',
        finding: toReleaseFailure(
          environment.releaseName,
          error.message,
          first.seen,
        ),
      };
    } finally {
      await tree.dispose();
    }
    if (deployed.status !== 'deployed') {
      const words = `${deployed.status}: ${deployed.description}`;
      return {
        state: 'failed',
        finding: toReleaseFailure(environment.releaseName, words, first.seen),
      };
    }
    const release = releaseSchema.parse({
      name: environment.releaseName,
      namespace: environment.namespace,
      revision: deployed.revision,
      chartVersion: deployed.chartVersion,
      commit,
      image,
      deployedAt: new Date(deployed.updatedAt).toISOString(),
    });
    await releases.record(environment.id, release);
    return {
      state: 'succeeded',
      summary: `Revision ${release.revision} is deployed`,
      result: release,
      version: versionOf(image.tag),
    };
  }

  private targetOf({ answers, name }: Environment): TargetConfig {
    const found = this.options.targets.find(
      item => item.name === answers.target,
    );
    if (found) return found;
    throw new NotFoundError(
      `Target ${answers.target} of ${name} is no longer in sovdDeploy.targets`,
    );
  }
}
