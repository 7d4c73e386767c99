import type {
  DatabasePlan,
  ImageChange,
  PlanRequest,
  ResourceChange,
  WayBack,
} from '@sovd/plugin-sovd-deploy-common';
import type { JsonObject } from '@backstage/types';
import type { RenderedObject } from '../releases/RenderedObject';
import { identityOf } from './diffObjects';
import { digestOf } from './digestOf';
import type { Summable } from './digestOf';
import { planSections } from './planSections';
import type { PlanFingerprints, PlanSection } from './planSections';
import type { StackSource } from './readStackSource';

/**
 * Everything that decides what a change does, section by section. What follows from the
 * rest isn't in it, and neither is what says nothing of the change: times, the room in the
 * cluster, the files in which the portal records what runs.
 */
export interface PlanContent extends Record<PlanSection, Summable> {
  source: {
    environmentRef: string;
    request: PlanRequest;
    commit: string;
    migrate: boolean;
  };
  images: readonly ImageChange[];
  values: { from: JsonObject; to: JsonObject };
  objects: { from: readonly RenderedObject[]; to: readonly RenderedObject[] };
  database: DatabasePlan & { wayBack: WayBack };
  infrastructure: Partial<StackSource> & {
    changes: readonly ResourceChange[];
    unsettled?: readonly string[];
  };
  /** Objects that come before the release. */
  bootstrap: readonly JsonObject[];
  files: Record<string, string>;
}

/** Sums up each section, and all of them together. */
export function toPlanDigest(content: PlanContent): {
  digest: string;
  fingerprints: PlanFingerprints;
} {
  const sorted = sortSets(content);
  const fingerprints = Object.fromEntries(
    planSections.map(section => [section, digestOf(sorted[section])]),
  ) as PlanFingerprints;
  return { digest: digestOf(fingerprints), fingerprints };
}

/** Lists whose order means nothing; that of revisions is the order in which they run. */
function sortSets(content: PlanContent): PlanContent {
  const { database, images, infrastructure, objects } = content;
  return {
    ...content,
    images: sortBy(images, ({ component }) => component),
    objects: {
      from: sortBy(objects.from, identityOf),
      to: sortBy(objects.to, identityOf),
    },
    database: {
      ...database,
      current: sortBy(database.current, String),
      heads: sortBy(database.heads, String),
      unreadable: sortBy(database.unreadable, ({ file }) => file),
    },
    infrastructure: {
      ...infrastructure,
      changes: sortBy(infrastructure.changes, change => change.logicalId).map(
        change => ({
          ...change,
          properties: sortBy(change.properties, ({ path }) => path),
        }),
      ),
    },
  };
}

function sortBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...items].sort((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a === b) return 0;
    return a < b ? -1 : 1;
  });
}
