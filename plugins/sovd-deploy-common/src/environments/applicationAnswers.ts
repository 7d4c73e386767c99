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

/** Step 1 of the form: what it is, and who answers for it. @public */
export const applicationAnswers = {
  name: applicationNameSchema,
  description: z.string().max(200).default(''),
  /** Entity ref of the owning group or user. */
  owner: z
    .string()
    .regex(
      /^(?:group|user):[^:/\s]+\/[^:/\s]+$/,
      'must be the full reference of a group or user, such as group:default/platform',
    ),
  /** Entity ref of the system it joins; left out when it is a system of its own. */
  system: z
    .string()
    .regex(
      /^system:[^:/\s]+\/[^:/\s]+$/,
      'must be the full reference of a system, such as system:default/fleet',
    )
    .optional(),
};
