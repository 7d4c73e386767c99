import type { JsonObject } from '@backstage/types';
import type {
  Answers,
  ComponentImage,
  StackOutputs,
} from '@sovd/plugin-sovd-deploy-common';
import { toImageValues } from './imageValues';
import { toStackValues } from './toStackValues';

/** What the deployer knows better than the repository's own values. */
export interface ReleaseValuesInput {
  images: readonly ComponentImage[];
  outputs: StackOutputs;
  answers: Pick<Answers, 'workloadIdentity'>;
  /** Seconds after which Kubernetes gives a version up. */
  progressDeadlineSeconds: number;
  /** Seconds that one release may take; a migration can't be given more. */
  releaseTimeoutSeconds: number;
}

/** What the chart's schema allows for a migration, in seconds. */
const MIGRATION_SECONDS = { min: 60, max: 600 };

/**
 * The last layer of a release's values: the images by digest, and what the stack gave.
 *
 * @throws InputError naming the outputs that the stack should have given
 */
export function toReleaseValues(input: ReleaseValuesInput): JsonObject {
  return {
    ...toImageValues(input.images),
    ...toStackValues(input.outputs, input.answers),
    deployment: { progressDeadlineSeconds: input.progressDeadlineSeconds },
    migration: {
      activeDeadlineSeconds: Math.min(
        Math.max(input.releaseTimeoutSeconds, MIGRATION_SECONDS.min),
        MIGRATION_SECONDS.max,
      ),
    },
  };
}
