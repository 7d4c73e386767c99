import { ConflictError } from '@backstage/errors';
import { imageSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Environment, Image } from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import type {
  ReleaseRenderer,
  RunningRelease,
} from '../releases/ReleaseRenderer';
import type { ReleaseStore } from '../releases/ReleaseStore';

/** What a plan starts from. */
export interface CurrentRelease {
  running: RunningRelease;
  image: Image;
  /** Commit that chart and code came from; undefined when the portal didn't deploy it. */
  commit?: string;
}

const valuesSchema = z.object({ backend: z.object({ image: imageSchema }) });

/**
 * What runs now, as Helm and the portal's own record say it together.
 *
 * @throws ConflictError when nothing was ever deployed, or nobody knows which image runs
 */
export async function readCurrentRelease(
  renderer: Pick<ReleaseRenderer, 'readRunning'>,
  releases: Pick<ReleaseStore, 'find' | 'latest'>,
  environment: Environment,
  signal: AbortSignal,
): Promise<CurrentRelease> {
  const running = await renderer.readRunning(environment, signal);
  if (!running) {
    throw new ConflictError(
      `${environment.name} has no release yet, so there is nothing to change; create it first`,
    );
  }
  const values = valuesSchema.safeParse(running.values);
  if (!values.success) {
    throw new ConflictError(
      `Revision ${running.revision} of ${environment.releaseName} was deployed without an image digest, not by this portal; nobody can say what runs`,
    );
  }
  const { image } = values.data.backend;
  const recorded =
    (await releases.find(environment, running.revision)) ??
    (await releases.latest(environment));
  // Helm rolls back by itself: then the newest record may be about another image
  return recorded?.image.digest === image.digest
    ? { running, image, commit: recorded.commit }
    : { running, image };
}
