import { createHash } from 'node:crypto';
import type { JsonValue } from '@backstage/types';

/** What can be summed up: JSON in which a field may be left out by being undefined. */
export type Summable =
  | JsonValue
  | undefined
  | readonly Summable[]
  | { readonly [key: string]: Summable };

/**
 * JSON text that is the same for the same content: keys in the order of their code units,
 * no spaces, nothing for what is undefined. Lists keep their order; who has a set sorts it.
 */
export function toCanonicalJson(value: Summable): string {
  if (Array.isArray(value)) {
    return `[${value.map(item => toCanonicalJson(item ?? null)).join()}]`;
  }
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value ?? null);
  }
  const fields = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${toCanonicalJson(item)}`);
  return `{${fields.join()}}`;
}

/** `sha256:` and 64 hexadecimal digits over the canonical JSON of something. */
export function digestOf(value: Summable): string {
  const hash = createHash('sha256').update(toCanonicalJson(value));
  return `sha256:${hash.digest('hex')}`;
}
