import { z } from 'zod/v4';

/** Query of the route of a change's log. */
export const logRequestSchema = z.object({
  /** Position behind which the answer begins. */
  after: z.coerce.number().int().min(0).default(0),
});
