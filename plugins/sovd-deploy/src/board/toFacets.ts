import { formatMoney, tagOf, versionOf } from '@sovd/plugin-sovd-deploy-common';
import type {
  DatabaseMigration,
  EnvironmentCost,
  EnvironmentOverview,
  Part,
  Release,
  Rollout,
} from '@sovd/plugin-sovd-deploy-common';
import { headOf } from '../databaseMigrations/headOf';
import { rolloutLook } from '../kit/intent';
import { nothingOf } from '../overview/nothingOf';
import { readyPodsOf } from '../releases/pods';
import type { Facet } from './Facet';

type Told = Pick<Facet, 'value' | 'hint' | 'look'>;

function facetOf<T>(
  label: Facet['label'],
  part: Part<T>,
  tell: (value: T) => Told,
): Facet {
  if (part.state !== 'value') {
    return { label, value: nothingOf(part), isNothing: true };
  }
  const isStale = part.staleReason !== undefined;
  return { label, ...tell(part.value), isStale };
}

const tellRelease = ({ images, commit, revision }: Release): Told => ({
  value: versionOf(tagOf(images)),
  hint: `commit ${commit.slice(0, 7)}, revision ${revision}`,
});

const tellRollout = ({ phase, version, workloads }: Rollout): Told => ({
  value: rolloutLook[phase].label,
  look: rolloutLook[phase],
  hint: `${version}: ${readyPodsOf(workloads)}`,
});

/** Revisions of a database, as a row shows them. */
export function revisionsOf({
  current,
}: Pick<DatabaseMigration, 'current'>): string {
  return current.join(', ') || 'Empty';
}

const tellDatabase = (migration: DatabaseMigration): Told => ({
  value: revisionsOf(migration),
  hint: headOf(migration).label.toLowerCase(),
});

const tellCost = ({ baseline, budget }: EnvironmentCost): Told => ({
  value: formatMoney(baseline),
  hint: `estimated, budget ${formatMoney(budget)}`,
});

/** Version, rollout, database and cost: always in this order. */
export function toFacets(overview: EnvironmentOverview): Facet[] {
  const { release, rollout, databaseMigration, cost } = overview;
  return [
    facetOf('Version', release, tellRelease),
    facetOf('Rollout', rollout, tellRollout),
    facetOf('Database', databaseMigration, tellDatabase),
    facetOf('Cost', cost, tellCost),
  ];
}
