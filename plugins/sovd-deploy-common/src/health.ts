import { z } from 'zod/v4';

/**
 * How something is, as opposed to where in its life it is (a phase).
 * `unknown` is never green: it stands for a value whose source can't be asked.
 *
 * @public
 */
export const healthSchema = z.enum([
  'healthy',
  'progressing',
  'degraded',
  'unknown',
]);

/** @public */
export type Health = z.infer<typeof healthSchema>;

/** Healths in the order in which a person should look at them. @public */
export const healthsByUrgency: readonly Health[] = [
  'degraded',
  'unknown',
  'progressing',
  'healthy',
];

/**
 * The most urgent of several healths; `unknown` when there is none,
 * since nothing observed is nothing known.
 *
 * @public
 */
export function worstOf(healths: readonly Health[]): Health {
  return healthsByUrgency.find(health => healths.includes(health)) ?? 'unknown';
}
