import type { BoardEnvironment } from './BoardEnvironment';
import type { Facet } from './Facet';
import { knownValue } from './knownValue';
import { isSameCode, knownRelease } from './releaseCode';
import { revisionsOf, toFacets } from './toFacets';

/**
 * The rows of a column, with a mark where it has other code or another schema than the
 * column before. Rollouts and costs are each environment's own: they aren't compared.
 */
export function markDifferences(
  { part }: BoardEnvironment,
  before?: BoardEnvironment,
): Facet[] {
  if (part.state !== 'value') return [];
  const facets = toFacets(part.value);
  if (!before) return facets;
  const otherCode = runsOtherCode(part, before.part);
  const schemaBefore = otherSchema(part, before.part);
  return facets.map(facet => {
    if (facet.label === 'Version' && otherCode) {
      return { ...facet, differs: true };
    }
    if (facet.label === 'Database' && schemaBefore !== undefined) {
      const hint = `${before.title.toLowerCase()}: ${schemaBefore}`;
      return { ...facet, differs: true, hint };
    }
    return facet;
  });
}

type OverviewPart = BoardEnvironment['part'];

function runsOtherCode(part: OverviewPart, before: OverviewPart): boolean {
  const [release, former] = [knownRelease(part), knownRelease(before)];
  return Boolean(release && former && !isSameCode(former, release));
}

/** The schema before, where it is another one. */
function otherSchema(
  part: OverviewPart,
  before: OverviewPart,
): string | undefined {
  const [schema, former] = [part, before].map(it => {
    const overview = knownValue(it);
    const migration = overview && knownValue(overview.databaseMigration);
    return migration && revisionsOf(migration);
  });
  return schema && former && schema !== former ? former : undefined;
}
