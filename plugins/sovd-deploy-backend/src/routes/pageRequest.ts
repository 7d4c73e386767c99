import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';

/** Query of a route that answers in pages; a cursor names the last item of the page before. */
const pageRequestOf = (kind: string, name: z.ZodType<string>) =>
  z.object({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z
      .string()
      .optional()
      .transform(cursor => {
        if (cursor === undefined) return undefined;
        const text = Buffer.from(cursor, 'base64url').toString();
        const parsed = name.safeParse(text.slice(kind.length));
        if (text.startsWith(kind) && parsed.success) return parsed.data;
        throw new InputError('cursor has to come from the page before');
      }),
  });

/** Pages of records of the registry, by their entity ref. */
export const pageRequestSchema = pageRequestOf(
  '',
  z.string().startsWith('resource:'),
);

/** Pages of changes, by their id. */
export const changePageRequestSchema = pageRequestOf('change:', z.uuid());

/**
 * Cuts what was read with one more than the limit.
 *
 * @param cursorOf - what the next page starts behind
 * @returns the page, with the cursor of the next one if there is one
 */
function cut<T>(
  found: readonly T[],
  limit: number,
  cursorOf: (last: T) => string,
): { items: T[]; nextCursor?: string } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  if (found.length <= limit || !last) return { items };
  const nextCursor = Buffer.from(cursorOf(last)).toString('base64url');
  return { items, nextCursor };
}

/** A page of records of the registry; read with one more than the limit. */
export function toPage<T extends { entityRef: string }>(
  found: readonly T[],
  limit: number,
) {
  return cut(found, limit, ({ entityRef }) => entityRef);
}

/** A page of changes; read with one more than the limit. */
export function toChangePage<T extends { id: string }>(
  found: readonly T[],
  limit: number,
) {
  return cut(found, limit, ({ id }) => `change:${id}`);
}
