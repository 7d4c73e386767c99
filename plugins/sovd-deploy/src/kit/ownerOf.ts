import type { Entity } from '@backstage/catalog-model';
import { nameOf } from './nameOf';

/** Who may let a person in, as the beginning of a sentence. */
export function ownerOf(entity: Entity): string {
  const owner = entity.spec?.owner;
  return typeof owner === 'string'
    ? `${nameOf(owner)}, the owner,`
    : 'An administrator of this portal';
}
