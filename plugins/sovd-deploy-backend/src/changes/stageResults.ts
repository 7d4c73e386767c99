import { NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  releaseSchema,
  stackOutputsSchema,
} from '@sovd/plugin-sovd-deploy-common';
import type { StageName } from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import type { StageContext } from './StageRunner';

/** What each stage hands to the later ones; parsed, since it comes back from the database. */
const schemas = {
  stack: z.object({
    /** The commit that the whole change is about, chosen once. */
    commit: z.string().regex(/^[0-9a-f]{40}$/),
    outputs: stackOutputsSchema,
  }),
  release: releaseSchema,
};

type Results = {
  [Name in keyof typeof schemas]: z.infer<(typeof schemas)[Name]>;
};

/**
 * Reads what an earlier stage left.
 *
 * @throws NotFoundError when it left nothing, which is a fault of ours
 */
export function resultOf<Name extends keyof Results>(
  { results, change }: Pick<StageContext, 'results' | 'change'>,
  name: Name,
): Results[Name];
export function resultOf(
  { results, change }: Pick<StageContext, 'results' | 'change'>,
  name: keyof Results & StageName,
): Results[keyof Results] {
  const result: JsonObject | undefined = results[name];
  if (!result) {
    throw new NotFoundError(`Change ${change.id} has no result of ${name}`);
  }
  return schemas[name].parse(result);
}
