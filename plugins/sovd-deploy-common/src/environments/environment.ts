import { z } from 'zod/v4';
import { answersSchema } from './answers';

/**
 * One place where SOVD WebApp runs, as the registry knows it. The registry is the
 * only truth for owner, tier, target, namespace, release and stack: all names here
 * are derived from the target's configuration and never given by a caller.
 *
 * @public
 */
export const environmentSchema = z.object({
  id: z.string(),
  /** `resource:<namespace>/<name>-<environment>` */
  entityRef: z.string(),
  /** `<name>-<environment>` */
  name: z.string(),
  answers: answersSchema,
  repositoryUrl: z.string(),
  region: z.string(),
  accountId: z.string(),
  cluster: z.string(),
  namespace: z.string(),
  releaseName: z.string(),
  stackName: z.string(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
});

/** @public */
export type Environment = z.infer<typeof environmentSchema>;

/**
 * Body of `POST /v1/environments`: answers as they are. The portal completes them with what
 * the target offers, and refuses those that a rule blocks.
 *
 * @public
 */
export const registrationSchema = z.strictObject({
  answers: z.record(z.string(), z.unknown()),
});

/** @public */
export type Registration = z.infer<typeof registrationSchema>;

/**
 * Body of `GET /v1/registrations`: whole records, for services that mirror the registry.
 * People read summaries and overviews instead.
 *
 * @public
 */
export const registrationPageSchema = z.object({
  items: z.array(environmentSchema),
  /** Where the next page starts; left out on the last one. */
  nextCursor: z.string().optional(),
});

/** @public */
export type RegistrationPage = z.infer<typeof registrationPageSchema>;

/**
 * Topic of the event that the registry publishes when a record came or changed. The
 * payload is empty: whoever hears it reads the registrations again.
 *
 * @public
 */
export const ENVIRONMENTS_EVENT_TOPIC = 'sovd-deploy.environments';
