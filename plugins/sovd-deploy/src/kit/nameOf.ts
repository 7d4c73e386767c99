import { parseEntityRef } from '@backstage/catalog-model';

/** The short name of a person or group: `mira` of `user:default/mira`. */
export function nameOf(entityRef: string): string {
  try {
    return parseEntityRef(entityRef, { defaultKind: 'user' }).name;
  } catch {
    // Whoever isn't in the catalog still has a name.
    return entityRef;
  }
}
