import { z } from 'zod/v4';
import { stampedFileSchema } from './stamp';

/**
 * Body of `POST /v1/applications/:name/proposals`: a whole new stamp that is to be merged
 * into the repository. The repository itself is found in the registry.
 *
 * @public
 */
export const proposalRequestSchema = z.strictObject({
  /** What it is for, and with that its branch: `sovd/add-env-<environment>` or `sovd/template-<version>`. */
  purpose: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('environment'),
      environment: z.string(),
    }),
    z.strictObject({ kind: z.literal('template'), version: z.string() }),
  ]),
  /** The commit of the stamp that it was made from; a newer one refuses it. */
  base: z.string(),
  title: z.string().min(1).max(200),
  /** Markdown; what it does to each environment is added to it. */
  body: z.string().max(60_000),
  /** All files of the new stamp; what isn't named is removed. */
  files: z.array(stampedFileSchema).min(1).max(2_000),
});

/** @public */
export type ProposalRequest = z.input<typeof proposalRequestSchema>;

/** A pull request of the portal's. @public */
export const pullRequestSchema = z.object({
  title: z.string(),
  /** Its page. */
  url: z.string(),
  branch: z.string(),
  state: z.enum(['open', 'merged', 'closed']),
});

/** @public */
export type PullRequest = z.infer<typeof pullRequestSchema>;

/** What became of a proposal. @public */
export const proposalSchema = z.object({
  /** `unchanged`: the repository has all of it already, and nothing was written. */
  state: z.enum(['proposed', 'unchanged']),
  /** The open pull request, or the one that brought it; none when nobody needed one. */
  pullRequest: pullRequestSchema.optional(),
  /** Files that both sides changed: people decide in the pull request. */
  conflicts: z.array(z.string()),
});

/** @public */
export type Proposal = z.infer<typeof proposalSchema>;
