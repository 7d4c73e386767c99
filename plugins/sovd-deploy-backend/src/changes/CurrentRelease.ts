import { ConflictError } from '@backstage/errors';
import { imageOf } from '@sovd/plugin-sovd-deploy-common';
import type {
  ComponentImage,
  Environment,
} from '@sovd/plugin-sovd-deploy-common';
import { readImages } from '../releases/imageValues';
import type {
  ReleaseRenderer,
  RunningRelease,
} from '../releases/ReleaseRenderer';
import type { ReleaseStore } from '../releases/ReleaseStore';

/** What a plan starts from. */
export interface CurrentRelease {
  running: RunningRelease;
  /** One for each component; always one for the backend. */
  images: ComponentImage[];
  /** Commit that chart and code came from; undefined when the portal didn't deploy it. */
  commit?: string;
}

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
  const images = readImages(running.values);
  const backend = imageOf(images, 'backend');
  if (!backend) {
    throw new ConflictError(
      `Revision ${running.revision} of ${environment.releaseName} was deployed without an image digest, not by this portal; nobody can say what runs`,
    );
  }
  const recorded =
    (await releases.find(environment, running.revision)) ??
    (await releases.latest(environment));
  // Helm rolls back by itself: then the newest record may be about another image
  return recorded &&
    imageOf(recorded.images, 'backend')?.digest === backend.digest
    ? { running, images, commit: recorded.commit }
    : { running, images };
}
