import { z } from 'zod/v4';

/**
 * Where environments may be created, from the portal's configuration: what the
 * form offers and what the rules judge. Credentials and endpoints stay in the backend.
 *
 * @public
 */
export const targetSchema = z.object({
  name: z.string(),
  title: z.string(),
  /** Cluster of the `kubernetes:` section that releases go to. */
  cluster: z.string(),
  region: z.string(),
  accountId: z.string(),
  /** Where new repositories are published. */
  repositories: z.object({
    /** Kind of Git host, which decides the publish action: `gitea`. */
    type: z.enum(['gitea']),
    host: z.string(),
    owner: z.string(),
  }),
  engines: z.array(z.enum(['cloudformation', 'terraform'])),
  strategies: z.array(z.enum(['rolling', 'canary'])),
  databaseClasses: z.array(z.string()),
  /** What a person should know before choosing it, e.g. that nodes are simulated. */
  remark: z.string().optional(),
});

/** @public */
export type Target = z.infer<typeof targetSchema>;
