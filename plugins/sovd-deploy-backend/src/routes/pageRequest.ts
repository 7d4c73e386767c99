import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';

/** Query of a route that answers in pages. */
export const pageRequestSchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().optional().transform(readCursor),
});

function readCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const entityRef = Buffer.from(cursor, 'base64url').toString();
  if (!entityRef.startsWith('resource:')) {
    throw new InputError('cursor has to come from the page before');
  }
  return entityRef;
}

/**
 * Cuts what was read with one more than the limit.
 *
 * @returns the page, with the cursor of the next one if there is one
 */
export function toPage<T extends { entityRef: string }>(
  found: readonly T[],
  limit: number,
): { items: T[]; nextCursor?: string } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  if (found.length <= limit || !last) return { items };
  const nextCursor = Buffer.from(last.entityRef).toString('base64url');
  return { items, nextCursor };
}
