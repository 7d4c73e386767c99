import type { V1Container } from '@kubernetes/client-node';

import type { Backoff } from './Backoff.ts';
import type { ImageSource, ResolvedImage } from './ImageSource.ts';
import type { PodReporter } from './PodReporter.ts';

const SHOW_ERROR_SECONDS = 1;

export interface ImagePull {
  readonly container: V1Container;
  readonly reporter: PodReporter;
  readonly images: Pick<ImageSource, 'resolve'>;
  readonly backoff: Backoff;
}

/** Pulls until the image is there: ErrImagePull and ImagePullBackOff in turn, healing by itself. */
export async function pullImage(pull: ImagePull): Promise<ResolvedImage> {
  const { container, reporter, images, backoff } = pull;
  const { image = '', imagePullPolicy } = container;
  if (reporter.view.container.restartCount === 0) {
    await reporter.waiting('ContainerCreating');
  }
  for (let failures = 0; ; failures += 1) {
    const began = Date.now();
    reporter.event('Normal', 'Pulling', `Pulling image "${image}"`);
    try {
      const resolved = await images.resolve(image, imagePullPolicy);
      const took = `${Date.now() - began}ms`;
      reporter.event(
        'Normal',
        'Pulled',
        `Successfully pulled image "${image}" in ${took}, commit ${resolved.commit}`,
      );
      reporter.view.container.imageId = resolved.imageId;
      return resolved;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      reporter.event(
        'Warning',
        'Failed',
        `Failed to pull image "${image}": ${why}`,
      );
      reporter.event('Warning', 'Failed', 'Error: ErrImagePull');
      await reporter.waiting('ErrImagePull', why);
      const wait = backoff.seconds(failures);
      await backoff.sleep(Math.min(wait / 2, SHOW_ERROR_SECONDS));
      const message = `Back-off pulling image "${image}"`;
      reporter.event('Normal', 'BackOff', message);
      await reporter.waiting(
        'ImagePullBackOff',
        `${message}: ErrImagePull: ${why}`,
      );
      await backoff.sleep(wait);
    }
  }
}
