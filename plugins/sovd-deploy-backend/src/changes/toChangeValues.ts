import type { JsonObject } from '@backstage/types';
import type { ChangeWork } from './ChangeWork';

/** What a change lays over all other values of a release. */
export function toChangeValues({
  migrate,
  values,
}: Pick<ChangeWork, 'migrate' | 'values'>): JsonObject {
  return migrate ? values : { ...values, migration: { enabled: false } };
}
