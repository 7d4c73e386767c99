import { z } from 'zod/v4';
import { findingSchema } from '../finding';
import { answersSchema } from './answers';
import { targetSchema } from './target';

/** Body of `POST /v1/validations`: answers as they are, right or wrong. @public */
export const validationRequestSchema = z.strictObject({
  answers: z.record(z.string(), z.unknown()),
});

/**
 * What the portal thinks of a set of answers.
 *
 * @remarks
 * `repository.state` says whom the repository of that name belongs to: `new` means there
 * is none, `ours` means that it was stamped for this very application, and `foreign` that
 * somebody else's work stands there, which is refused.
 *
 * @public
 */
export const validationSchema = z.object({
  findings: z.array(findingSchema),
  /** Answers with defaults; left out when they can't be read at all. */
  answers: answersSchema.optional(),
  target: targetSchema.optional(),
  /** Name the environment has or would have. */
  environmentName: z.string().optional(),
  repository: z
    .object({
      state: z.enum(['new', 'ours', 'foreign']),
      /** Page of the repository, for people and the catalog. */
      url: z.string(),
      /** The form that publish actions take: `host?owner=o&repo=r`. */
      repoUrl: z.string(),
    })
    .optional(),
});

/** @public */
export type Validation = z.infer<typeof validationSchema>;
