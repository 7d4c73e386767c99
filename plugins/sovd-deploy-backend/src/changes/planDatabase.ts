import type {
  DatabasePlan,
  Finding,
  PlannedRevision,
  WayBack,
} from '@sovd/plugin-sovd-deploy-common';
import type { AlembicGraph } from '../databaseMigrations/AlembicGraph';
import type { AlembicRevision } from '../databaseMigrations/AlembicRevision';
import { judgeWayBack } from '../databaseMigrations/judgeWayBack';
import { judgeRevisions } from './judgeRevisions';

/** What is known of a database and of the revisions on both sides of a change. */
export interface DatabaseSides {
  /** Revisions in the database; undefined when no migration has reported yet. */
  current: readonly string[] | undefined;
  /** Revisions of the commit that comes. */
  to: AlembicGraph;
  /** Revisions of the commit that runs, which may be ahead; read only when it is needed. */
  readFrom(): Promise<AlembicGraph | undefined>;
}

/** What a change does to the database. */
export interface DatabaseOutlook {
  database: DatabasePlan;
  wayBack: WayBack;
  /** The database has revisions that the coming image doesn't know. */
  ahead: boolean;
  findings: Finding[];
}

/**
 * Says which revisions run and whether there is a way back. When the database is ahead of
 * what comes, nothing runs: then the revisions are those that it has too many, and the
 * verdict says whether the older image can live with them.
 */
export async function planDatabase(
  sides: DatabaseSides,
): Promise<DatabaseOutlook> {
  const { current, to } = sides;
  const plan = (revisions: readonly AlembicRevision[]): DatabasePlan => ({
    current: [...(current ?? [])].sort(),
    heads: [...to.heads].sort(),
    pending: revisions.map(toPlannedRevision),
    unreadable: [...to.unreadable],
  });
  if (!current) {
    const reason = 'No migration has reported yet what the database holds';
    return {
      database: plan([]),
      wayBack: { verdict: 'unknown', reason },
      ahead: false,
      findings: judgeRevisions(to, [], reason),
    };
  }
  if (isAhead(to, current)) {
    const from = await sides.readFrom();
    const between = from?.pendingBetween(to.heads, current) ?? {
      revisions: [],
      unknown: `The database is at ${current.join(
        ', ',
      )}, which neither this commit nor the one that runs knows`,
    };
    return {
      database: plan(between.revisions),
      wayBack: judgeWayBack(between),
      ahead: true,
      findings: judgeRevisions(to, [], undefined),
    };
  }
  const between = to.pendingBetween(current);
  return {
    database: plan(between.revisions),
    wayBack: judgeWayBack(between),
    ahead: false,
    findings: judgeRevisions(to, between.revisions, undefined),
  };
}

/** Only a graph that was read as a whole can say that a revision isn't in it. */
function isAhead(to: AlembicGraph, current: readonly string[]): boolean {
  const known = new Set(to.revisions.map(({ id }) => id));
  return to.unreadable.length === 0 && current.some(id => !known.has(id));
}

function toPlannedRevision(revision: AlembicRevision): PlannedRevision {
  const { id, title, file, safety, operations } = revision;
  return { id, title, file, safety, operations: [...operations] };
}
