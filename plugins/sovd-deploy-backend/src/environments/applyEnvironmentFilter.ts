import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { EnvironmentFilter } from './EnvironmentRegistry';

/** Narrows a query to what a permission's conditions let someone see. */
export function applyEnvironmentFilter(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<EnvironmentFilter>,
): void {
  if ('allOf' in criteria) {
    for (const part of criteria.allOf) {
      query.andWhere(inner => applyEnvironmentFilter(inner, part));
    }
  } else if ('anyOf' in criteria) {
    query.andWhere(inner => {
      for (const part of criteria.anyOf) {
        inner.orWhere(other => applyEnvironmentFilter(other, part));
      }
    });
  } else if ('not' in criteria) {
    query.whereNot(inner => applyEnvironmentFilter(inner, criteria.not));
  } else {
    query.whereIn(criteria.key, [...criteria.values]);
  }
}
