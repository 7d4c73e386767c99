import { z } from 'zod/v4';

/** @public */
export const environmentWordSchema = z
  .string()
  .regex(
    /^[a-z](?:[a-z0-9]|-(?!-)){0,13}[a-z0-9]$/,
    'must be 2 to 15 lower-case letters, digits and single hyphens, and start with a letter',
  );

/** @public */
export const tierSchema = z.enum(['staging', 'production']);

/** Decides the defaults and what is asked for; nothing is named after it. @public */
export type Tier = z.infer<typeof tierSchema>;

/** Step 2 of the form: where it runs and under which name. @public */
export const placementAnswers = {
  environment: environmentWordSchema,
  tier: tierSchema.default('staging'),
  /** Name of a target from the portal's configuration: account, region, cluster and names. */
  target: z.string().min(1),
  /** Name under which people reach it; left out, it gets none of its own. */
  domain: z
    .string()
    .max(253)
    .regex(
      /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
      'must be a full domain name in lower case without a dot at its end, such as fleet.example.com',
    )
    .optional(),
  /** Whether the stack makes the Route 53 zone, takes one, or leaves DNS to people. */
  hostedZoneMode: z.enum(['create', 'existing', 'manual']).default('manual'),
  hostedZoneId: z
    .string()
    .regex(/^Z[A-Z0-9]{5,31}$/, 'must be the id of a Route 53 zone')
    .optional(),
  /** Entity refs of those who may approve changes. */
  approvers: z
    .array(
      z
        .string()
        .regex(
          /^(?:group|user):[^:/\s]+\/[^:/\s]+$/,
          'must be full references of groups or users',
        ),
    )
    .max(10)
    .default([]),
};
