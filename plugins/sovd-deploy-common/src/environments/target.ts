import { z } from 'zod/v4';

/** What a cluster has beyond Kubernetes itself. @public */
export const addOnSchema = z.enum([
  'monitoring',
  'tracing',
  'network-policy',
  'argo-rollouts',
]);

/** @public */
export type AddOn = z.infer<typeof addOnSchema>;

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
  /** Whether an environment pays for a cluster of its own or shares one. */
  clusterMode: z.enum(['create', 'existing']),
  region: z.string(),
  /** AWS account: twelve digits. */
  accountId: z.string().regex(/^\d{12}$/),
  /** Namespace of an environment, with `{name}` and `{environment}`. */
  namespacePattern: z.string(),
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
  /** Minor versions of Kubernetes in standard support there, the newest first. */
  kubernetesVersions: z.array(z.string()),
  workloadIdentities: z.array(z.enum(['irsa', 'pod-identity'])),
  /** Availability zones of the region. */
  availabilityZones: z.number().int(),
  addOns: z.array(addOnSchema),
  /** Address blocks that a network there may not overlap. */
  usedCidrs: z.array(z.string()),
  /** What a person should know before choosing it, e.g. that nodes are simulated. */
  remark: z.string().optional(),
});

/** @public */
export type Target = z.infer<typeof targetSchema>;
