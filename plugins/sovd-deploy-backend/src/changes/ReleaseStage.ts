import { NotFoundError } from '@backstage/errors';
import {
  findingSchema,
  releaseSchema,
  tagOf,
  versionOf,
} from '@sovd/plugin-sovd-deploy-common';
import type {
  ComponentImage,
  Environment,
} from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import type { SourceRepository } from '../environments/SourceRepository';
import type { TargetConfig } from '../environments/TargetConfig';
import type { ClusterObserver } from '../overview/ClusterObserver';
import type { ImageRegistry } from '../releases/ImageRegistry';
import type {
  DeployedRelease,
  ReleaseDeployer,
} from '../releases/ReleaseDeployer';
import { ReleaseError } from '../releases/ReleaseError';
import { toReleaseFailure } from '../releases/toReleaseFailure';
import type { StackProvisioner } from '../stacks/StackProvisioner';
import { checkOutWork } from './checkOutWork';
import { componentRepositories, findImages } from './componentImages';
import { FirstCause } from './FirstCause';
import { commitTag } from './imageReference';
import { readOutputs } from './readOutputs';
import type { RestoredRelease } from './RestoredRelease';
import type { StageContext, StageOutcome, StageRunner } from './StageRunner';
import { toChangeValues } from './toChangeValues';
import { withRunning } from './withRunning';
import { workOf } from './workOf';

/** Between two looks for the image, in milliseconds. */
const LOOK_MS = 5_000;
/** Pipelines build the image of a commit; longer than this one hangs. */
const IMAGE_TIMEOUT_MS = 30 * 60_000;

/** What the stage works with. */
export interface ReleaseStageOptions {
  sources: SourceRepository;
  images: ImageRegistry;
  deployer: ReleaseDeployer;
  provisioners: readonly StackProvisioner[];
  restored: Pick<RestoredRelease, 'record'>;
  observer: Pick<ClusterObserver, 'observe'>;
  targets: readonly TargetConfig[];
}

const checkpointSchema = z.object({
  told: z.string().optional(),
  /** Why the release failed; what runs instead is still to be written down. */
  failure: findingSchema.optional(),
});

/** Waits for the commit's images where none was planned, then installs or upgrades the release. */
export class ReleaseStage implements StageRunner {
  readonly name = 'release';

  constructor(private readonly options: ReleaseStageOptions) {}

  timeoutOf() {
    return IMAGE_TIMEOUT_MS;
  }

  async run(context: StageContext): Promise<StageOutcome> {
    const { told, failure } = checkpointSchema.parse(context.checkpoint);
    if (failure) {
      const running = await this.options.restored.record(context);
      return { state: 'failed', finding: withRunning(failure, running) };
    }
    const { commit, images: planned } = workOf(context);
    if (planned) return this.deploy(context, planned);

    const target = this.targetOf(context.environment);
    const tag = commitTag(commit);
    const { images, missing } = await findImages(
      this.options.images,
      componentRepositories(context.environment, target),
      tag,
      context.signal,
    );
    if (missing.length === 0) return this.deploy(context, images);

    const wanted = missing.map(({ repository }) => `${repository}:${tag}`);
    const summary = `Waiting for the image ${wanted.join(' and ')}`;
    if (told !== summary) context.tell(summary);
    return {
      state: 'waiting',
      summary,
      retryAfter: LOOK_MS,
      checkpoint: { told: summary },
    };
  }

  private async deploy(
    context: StageContext,
    images: ComponentImage[],
  ): Promise<StageOutcome> {
    const { change, environment, signal, tell } = context;
    const { deployer, observer, provisioners, sources } = this.options;
    const work = workOf(context);
    const outputs = await readOutputs(context, provisioners);
    const first = new FirstCause(observer, environment);
    const tree = await checkOutWork(sources, environment, work, signal);
    try {
      const content = {
        environment,
        sourceFolder: tree.folder,
        images,
        outputs,
        values: toChangeValues(work),
      };
      const deployed = await first.during(() =>
        deployer.deploy({ ...content, changeId: change.id }, tell, signal),
      );
      if (deployed.status !== 'deployed') {
        const words = `${deployed.status}: ${deployed.description}`;
        return this.fail(context, words, first);
      }
      return await this.succeed(context, images, deployed);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ReleaseError) || error.passing) throw error;
      return this.fail(context, error.message, first);
    } finally {
      await tree.dispose();
    }
  }

  private async succeed(
    context: StageContext,
    images: ComponentImage[],
    deployed: DeployedRelease,
  ): Promise<StageOutcome> {
    const { environment } = context;
    const release = releaseSchema.parse({
      name: environment.releaseName,
      namespace: environment.namespace,
      revision: deployed.revision,
      chartVersion: deployed.chartVersion,
      commit: workOf(context).commit,
      images,
      deployedAt: new Date(deployed.updatedAt).toISOString(),
    });
    await context.write(({ releases }) =>
      releases.record(environment.id, release),
    );
    return {
      state: 'succeeded',
      summary: `Revision ${release.revision} is deployed`,
      result: release,
      version: versionOf(tagOf(images)),
    };
  }

  /**
   * Noted before anything else is done, so that a killed backend doesn't make another
   * attempt of what has failed.
   */
  private fail(
    { environment }: StageContext,
    words: string,
    { seen }: FirstCause,
  ): StageOutcome {
    const failure = toReleaseFailure(environment.releaseName, words, seen);
    return {
      state: 'waiting',
      summary: failure.headline,
      retryAfter: 0,
      checkpoint: { failure },
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
