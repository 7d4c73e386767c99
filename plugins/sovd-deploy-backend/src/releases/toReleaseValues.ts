import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type {
  ComponentImage,
  StackOutputs,
} from '@sovd/plugin-sovd-deploy-common';
import { toImageValues } from './imageValues';

/** What the deployer knows better than the repository's own values. */
export interface ReleaseValuesInput {
  images: readonly ComponentImage[];
  outputs: StackOutputs;
  /** Seconds after which Kubernetes gives a version up. */
  progressDeadlineSeconds: number;
  /** Seconds that one release may take; a migration can't be given more. */
  releaseTimeoutSeconds: number;
}

const database = {
  host: 'databaseHost',
  port: 'databasePort',
  name: 'databaseName',
  user: 'databaseUser',
};
/** A stack of before there was a cache gives none of them, and its chart takes none. */
const redis = { host: 'redisHost', port: 'redisPort' };
/** What the chart's schema allows for a migration, in seconds. */
const MIGRATION_SECONDS = { min: 60, max: 600 };

/**
 * The last layer of a release's values: the images by digest, and what the stack gave.
 *
 * @throws InputError naming the outputs that the stack should have given
 */
export function toReleaseValues(input: ReleaseValuesInput): JsonObject {
  const { images, outputs } = input;
  const missing = Object.values(database).filter(key => !outputs[key]);
  if (missing.length > 0) {
    throw new InputError(
      `The stack gives no output ${missing.join(
        ', ',
      )}; add it to infrastructure/cloudformation/main.yaml`,
    );
  }
  const take = (keys: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(keys).map(([value, key]) => [value, outputs[key]]),
    );
  const hasRedis = Object.values(redis).every(key => outputs[key]);
  return {
    ...toImageValues(images),
    config: {
      database: take(database),
      ...(hasRedis && { redis: take(redis) }),
    },
    deployment: { progressDeadlineSeconds: input.progressDeadlineSeconds },
    migration: {
      activeDeadlineSeconds: Math.min(
        Math.max(input.releaseTimeoutSeconds, MIGRATION_SECONDS.min),
        MIGRATION_SECONDS.max,
      ),
    },
  };
}
