import { z } from 'zod/v4';
import { nextStepSchema } from '../finding';

/**
 * One part of an overview: a value, or the reason why there is none. "Not deployed",
 * "not allowed", "not reachable" and "failed" are four different things, and an old
 * value stays, marked with the reason why it is old.
 *
 * @public
 */
export function partOf<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('state', [
    z.object({
      state: z.literal('value'),
      value,
      /** Who said so, e.g. `Kubernetes`. */
      source: z.string(),
      observedAt: z.iso.datetime(),
      /** Why the value couldn't be renewed since; present means stale. */
      staleReason: z.string().optional(),
    }),
    z.object({
      state: z.literal('error'),
      reason: z.string(),
      source: z.string(),
      observedAt: z.iso.datetime(),
    }),
    z.object({
      state: z.literal('forbidden'),
      permission: z.string(),
      askWhom: z.string(),
    }),
    z.object({
      state: z.literal('absent'),
      headline: z.string(),
      reason: z.string(),
      nextStep: nextStepSchema.optional(),
    }),
  ]);
}

/** @public */
export type Part<T> =
  | {
      state: 'value';
      value: T;
      source: string;
      observedAt: string;
      staleReason?: string;
    }
  | { state: 'error'; reason: string; source: string; observedAt: string }
  | { state: 'forbidden'; permission: string; askWhom: string }
  | {
      state: 'absent';
      headline: string;
      reason: string;
      nextStep?: z.infer<typeof nextStepSchema>;
    };
