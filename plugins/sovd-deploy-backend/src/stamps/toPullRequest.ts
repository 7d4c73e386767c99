import type { PullRequest } from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';

const repositorySchema = z.object({ full_name: z.string() });

/** What we read of a pull request as Gitea answers it. */
export const giteaPullRequestSchema = z.object({
  title: z.string(),
  html_url: z.string(),
  state: z.enum(['open', 'closed']),
  merged: z.boolean(),
  base: z.object({ ref: z.string(), repo: repositorySchema.nullish() }),
  /** Its repository is gone when a fork was deleted. */
  head: z.object({ ref: z.string(), repo: repositorySchema.nullish() }),
});

export type GiteaPullRequest = z.infer<typeof giteaPullRequestSchema>;

/** Whether both branches are of the same repository; a fork's branch may carry any name. */
export function isOwnPullRequest({ base, head }: GiteaPullRequest): boolean {
  return Boolean(head.repo) && head.repo?.full_name === base.repo?.full_name;
}

/** A pull request of Gitea in our words: there a merged one is closed, too. */
export function toPullRequest(answer: GiteaPullRequest): PullRequest {
  return {
    title: answer.title,
    url: answer.html_url,
    branch: answer.head.ref,
    state: answer.merged ? 'merged' : answer.state,
  };
}
