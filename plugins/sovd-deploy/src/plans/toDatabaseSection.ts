import type {
  Plan,
  PlannedRevision,
  RevisionSafety,
} from '@sovd/plugin-sovd-deploy-common';
import { counted } from '../kit/counted';
import type { PlanLevel } from '../kit/intent';
import type { PlanRow, PlanRowKind, PlanSection } from './PlanSection';

type DatabaseSide = Pick<
  Plan,
  'database' | 'request' | 'fromVersion' | 'toVersion'
>;

const loudest: readonly RevisionSafety[] = [
  'irreversible',
  'unknown',
  'contract',
  'expand',
];

const levelOf: Record<RevisionSafety, PlanLevel> = {
  irreversible: 'danger',
  unknown: 'look',
  contract: 'look',
  expand: 'quiet',
};

const kindOf: Record<RevisionSafety, PlanRowKind> = {
  irreversible: 'delete',
  unknown: 'note',
  contract: 'remove',
  expand: 'add',
};

function meaningOf(safety: RevisionSafety, olderVersion: string): string {
  switch (safety) {
    case 'expand':
      return `Only adds: ${olderVersion} can run on it too.`;
    case 'contract':
      return `Takes away what ${olderVersion} may still use; going back brings it back.`;
    case 'irreversible':
      return 'Loses data for good, or says of itself that it does.';
    case 'unknown':
      return "What it does can't be decided by reading it.";
    default:
      return safety satisfies never;
  }
}

function consequenceOf(pending: PlannedRevision[], older: string): string {
  const [worst] = [...pending].sort(
    (one, other) => loudest.indexOf(one.safety) - loudest.indexOf(other.safety),
  );
  switch (worst.safety) {
    case 'expand':
      return pending.length === 1 ? 'it only adds' : 'they only add';
    case 'contract':
      return `${worst.id} takes away what ${older} may still use`;
    case 'irreversible':
      return `${worst.id} loses data for good`;
    case 'unknown':
      return `what ${worst.id} does can't be decided by reading it`;
    default:
      return worst.safety satisfies never;
  }
}

function sentenceOf(plan: DatabaseSide): string {
  const { pending, current } = plan.database;
  const at = current.join(', ') || 'the empty schema';
  if (pending.length === 0) return `The database stays at ${at}.`;
  if (plan.request.kind === 'rollback') {
    const ahead = counted(pending.length, 'revision');
    return `The database stays at ${at}, ${ahead} ahead of ${plan.toVersion}; nothing is taken back.`;
  }
  const run = counted(pending.length, 'revision runs', 'revisions run');
  const consequence = consequenceOf(pending, plan.fromVersion);
  return `${run} before any pod changes; ${consequence}.`;
}

function rowOf(revision: PlannedRevision, plan: DatabaseSide): PlanRow {
  const back = plan.request.kind === 'rollback';
  const { id, title, file, safety, operations } = revision;
  const meaning = meaningOf(safety, back ? plan.toVersion : plan.fromVersion);
  return {
    kind: back ? 'note' : kindOf[safety],
    subject: title ? `${id} ${title}` : id,
    detail: back ? `Stays in the database. ${meaning}` : meaning,
    lines: [...operations, file],
  };
}

/** Revisions that the database gets, and what can't be read about them. */
export function toDatabaseSection(plan: DatabaseSide): PlanSection {
  const { pending, unreadable } = plan.database;
  const back = plan.request.kind === 'rollback';
  const worst = loudest.find(safety =>
    pending.some(it => it.safety === safety),
  );
  const level = worst && !back ? levelOf[worst] : worst && 'quiet';
  const unread = unreadable.length
    ? ` ${counted(
        unreadable.length,
        "file can't",
        "files can't",
      )} be read without running it.`
    : '';
  return {
    id: 'database',
    count: counted(
      pending.length,
      back ? 'revision ahead' : 'pending revision',
      back ? 'revisions ahead' : 'pending revisions',
    ),
    level: unread && level !== 'danger' ? 'look' : level ?? 'none',
    sentence: `${sentenceOf(plan)}${unread}`,
    rows: [
      ...pending.map(revision => rowOf(revision, plan)),
      ...unreadable.map(({ file, reason }) => ({
        kind: 'note' as const,
        subject: file,
        detail: `Can't be read: ${reason}`,
      })),
    ],
  };
}
