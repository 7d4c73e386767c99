import gt from 'semver/functions/gt';
import valid from 'semver/functions/valid';
import { isTerminal, tagOf, versionOf } from '@sovd/plugin-sovd-deploy-common';
import type { Release } from '@sovd/plugin-sovd-deploy-common';
import { valueOf } from '../kit/ShownPart';
import { environmentPaths } from '../routes';
import type { BoardEnvironment } from './BoardEnvironment';
import { knownValue } from './knownValue';
import { isSameCode, knownRelease } from './releaseCode';
import { revisionsOf } from './toFacets';

/** What stands between two neighbours. */
export interface Relation {
  state: 'same' | 'other' | 'unknown';
  headline: string;
  detail: string;
  /** The page that plans the version of the one before for the one behind it. */
  action?: { label: string; href: string };
  /** Why there is no such page now. */
  note?: string;
}

const lower = ({ title }: BoardEnvironment) => title.toLowerCase();

const commitOf = ({ commit }: Release) => commit.slice(0, 7);

const versionIn = ({ images }: Release) => versionOf(tagOf(images));

/** Whether the second is a step back, where both are numbers that can be compared. */
function isStepBack(from: Release, to: Release): boolean {
  const [running, wanted] = [from, to].map(({ images }) =>
    valid(tagOf(images)),
  );
  return Boolean(running && wanted && gt(running, wanted));
}

function schemaIn({ part }: BoardEnvironment): string | undefined {
  const overview = valueOf(part);
  const migration = overview && knownValue(overview.databaseMigration);
  return migration && revisionsOf(migration);
}

function schemasInWords(
  before: BoardEnvironment,
  behind: BoardEnvironment,
): string {
  const [former, schema] = [schemaIn(before), schemaIn(behind)];
  if (!former || !schema) return '';
  return former === schema
    ? ` Same schema, ${schema}.`
    : ` Its database stands at ${schema}, that of ${lower(
        before,
      )} at ${former}.`;
}

/** Why the version of the one before isn't offered to the one behind it. */
function waitReason(
  before: BoardEnvironment,
  behind: BoardEnvironment,
): string | undefined {
  const [source, target] = [valueOf(before.part), valueOf(behind.part)];
  if (source?.health !== 'healthy') {
    return `${before.title} isn't healthy now: what runs there has yet to prove itself.`;
  }
  const { change } = target ?? {};
  return change && !isTerminal(change.phase)
    ? `A change is running in ${lower(behind)}; a plan waits for its end.`
    : undefined;
}

function whyUnknown(environment: BoardEnvironment): string {
  const release = valueOf(environment.part)?.release;
  return release?.state === 'absent'
    ? `Nothing runs in ${lower(environment)} yet.`
    : `What runs in ${lower(environment)} isn't known now.`;
}

/** How the code of one environment relates to that of the one before it, as far as it is known. */
export function toRelation(
  before: BoardEnvironment,
  behind: BoardEnvironment,
): Relation {
  const [former, release] = [before, behind].map(({ part }) =>
    knownRelease(part),
  );
  if (!former || !release) {
    const detail = [!former && before, !release && behind]
      .filter(environment => environment !== false)
      .map(whyUnknown)
      .join(' ');
    return { state: 'unknown', headline: "Can't be compared", detail };
  }
  const schemas = schemasInWords(before, behind);
  const [codeBefore, code] = [commitOf(former), commitOf(release)];
  if (isSameCode(former, release)) {
    const detail = `${versionIn(release)} from commit ${code}.${schemas}`;
    return { state: 'same', headline: 'Same code', detail };
  }
  const other = {
    state: 'other',
    headline: `${behind.title} runs other code than ${lower(before)}`,
    detail: `${versionIn(release)} from commit ${code}, not ${versionIn(
      former,
    )} from ${codeBefore}.${schemas}`,
  } as const;
  if (isStepBack(release, former)) {
    return { ...other, note: `${behind.title} is ahead of ${lower(before)}.` };
  }
  const note = waitReason(before, behind);
  if (note) return { ...other, note };
  const query = new URLSearchParams({ version: tagOf(former.images) });
  return {
    ...other,
    action: {
      label: `Plan ${versionIn(former)} for ${lower(behind)}`,
      href: `${behind.href}${environmentPaths.upgrade}?${query}`,
    },
    note: 'You see the plan first.',
  };
}
