import { z } from 'zod/v4';

/**
 * Name of the application: part of DNS labels, of the database name and of AWS names.
 *
 * @public
 */
export const applicationNameSchema = z
  .string()
  .regex(
    /^[a-z](?:[a-z0-9]|-(?!-)){1,18}[a-z0-9]$/,
    'must be 3 to 20 lower-case letters, digits and single hyphens, and start with a letter',
  );

/** @public */
export const environmentWordSchema = z
  .string()
  .regex(
    /^[a-z](?:[a-z0-9]|-(?!-)){0,13}[a-z0-9]$/,
    'must be 2 to 15 lower-case letters, digits and single hyphens, and start with a letter',
  );

/** @public */
export const logLevelSchema = z.enum(['DEBUG', 'INFO', 'WARNING', 'ERROR']);

/** @public */
export const databaseClassSchema = z.enum(['db.t3.medium', 'db.t3.large']);

/** @public */
export type DatabaseClass = z.infer<typeof databaseClassSchema>;

/**
 * What a person answers in the form for one environment. It is the source of every
 * generated file; the target adds what the person can't choose (account, region, cluster).
 *
 * @public
 */
export const answersSchema = z.strictObject({
  name: applicationNameSchema,
  description: z.string().max(200).default(''),
  /** Entity ref of the owning group or user. */
  owner: z
    .string()
    .regex(
      /^(?:group|user):[^:/\s]+\/[^:/\s]+$/,
      'must be the full reference of a group or user, such as group:default/platform',
    ),
  environment: environmentWordSchema,
  tier: z.enum(['staging']).default('staging'),
  /** Name of a target from the portal's configuration. */
  target: z.string().min(1),
  engine: z.enum(['cloudformation']).default('cloudformation'),
  strategy: z.enum(['rolling']).default('rolling'),
  databaseClass: databaseClassSchema.default('db.t3.medium'),
  backendReplicas: z.number().int().min(1).max(20).default(3),
  logLevel: logLevelSchema.default('INFO'),
});

/** Answers after the defaults were filled in. @public */
export type Answers = z.output<typeof answersSchema>;

/** Answers as they come from a form. @public */
export type AnswersInput = z.input<typeof answersSchema>;
