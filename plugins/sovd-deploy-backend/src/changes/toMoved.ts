import { isDeepStrictEqual } from 'node:util';
import type { Plan } from '@sovd/plugin-sovd-deploy-common';
import type { PlannedChange } from './Planner';
import { planSections } from './planSections';
import type { PlanSection } from './planSections';

/** A plan, and a checksum of each of its sections. */
export type ComparedPlan = Pick<PlannedChange, 'plan' | 'fingerprints'>;

type Names = (before: Plan, after: Plan) => string[];

const namedIn: Partial<Record<PlanSection, Names>> = {
  source: (before, after) => [
    ...moved('what runs now', before.fromVersion, after.fromVersion),
    ...moved('commit', before.commit.slice(0, 7), after.commit.slice(0, 7)),
  ],
  images: (before, after) =>
    differing(before.images, after.images, ({ component }) => component),
  values: (before, after) =>
    differing(before.values, after.values, ({ path }) => path),
  objects: (before, after) =>
    differing(before.objects, after.objects, ({ kind, name }) =>
      `${kind} ${name}`.trim(),
    ),
  database: (before, after) => [
    ...moved(
      'current',
      before.database.current.join('+'),
      after.database.current.join('+'),
    ),
    ...differing(
      before.database.pending,
      after.database.pending,
      ({ id }) => `revision ${id}`,
    ),
    ...differing(
      before.database.unreadable,
      after.database.unreadable,
      ({ file }) => file,
    ),
  ],
  infrastructure: (before, after) =>
    differing(
      before.infrastructure,
      after.infrastructure,
      ({ logicalId }) => logicalId,
    ),
};

function moved(what: string, from: string, to: string): string[] {
  return from === to ? [] : [`${what} (${from || 'none'} → ${to || 'none'})`];
}

/** Names of what is on one side only, or not the same on both. */
function differing<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (item: T) => string,
): string[] {
  const former = new Map(before.map(item => [nameOf(item), item]));
  const later = new Map(after.map(item => [nameOf(item), item]));
  return [...new Set([...former.keys(), ...later.keys()])].filter(
    name => !isDeepStrictEqual(former.get(name), later.get(name)),
  );
}

/**
 * Names what is no longer as it was planned, section by section, e.g. `values:
 * config.logLevel`; empty when nothing is. A section that only its checksum tells apart is
 * named without details.
 */
export function toMoved(before: ComparedPlan, after: ComparedPlan): string[] {
  return planSections.flatMap(section => {
    const named = namedIn[section]?.(before.plan, after.plan) ?? [];
    if (named.length > 0) return [`${section}: ${named.join(', ')}`];
    const same = before.fingerprints[section] === after.fingerprints[section];
    return same ? [] : [section];
  });
}
