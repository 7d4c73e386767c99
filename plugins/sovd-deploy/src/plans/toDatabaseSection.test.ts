import type {
  Plan,
  PlannedRevision,
  RevisionSafety,
} from '@sovd/plugin-sovd-deploy-common';
import { rollbackPlan, upgradePlan } from '../__testUtils__/plans';
import { toDatabaseSection } from './toDatabaseSection';

const revision = (id: string, safety: RevisionSafety): PlannedRevision => ({
  id,
  title: 'Say what',
  file: `${id}.py`,
  safety,
  operations: ['drop_table old'],
});

const plan = (
  pending: PlannedRevision[],
  unreadable: Plan['database']['unreadable'] = [],
  current = ['0002'],
): Plan => ({
  ...upgradePlan,
  database: { current, heads: ['0004'], pending, unreadable },
});
const unreadable = [{ file: 'merge.py', reason: 'computed in line 3' }];

describe('toDatabaseSection', () => {
  it.each<[string, Plan, object]>([
    [
      'nothing',
      plan([]),
      { level: 'none', sentence: 'The database stays at 0002.', rows: [] },
    ],
    [
      'nothing yet',
      plan([], [], []),
      { sentence: 'The database stays at the empty schema.' },
    ],
    [
      'expand',
      plan([revision('0003', 'expand')]),
      {
        count: '1 pending revision',
        level: 'quiet',
        sentence: '1 revision runs before any pod changes; it only adds.',
      },
    ],
    [
      'several',
      plan([revision('0003', 'expand'), revision('0004', 'expand')]),
      {
        count: '2 pending revisions',
        sentence: '2 revisions run before any pod changes; they only add.',
      },
    ],
    [
      'contract',
      plan([revision('0003', 'expand'), revision('0004', 'contract')]),
      {
        level: 'look',
        sentence:
          '2 revisions run before any pod changes; 0004 takes away what sha-1f0c2ab may still use.',
      },
    ],
    [
      'irreversible',
      plan([revision('0003', 'irreversible'), revision('0004', 'unknown')]),
      {
        level: 'danger',
        sentence:
          '2 revisions run before any pod changes; 0003 loses data for good.',
      },
    ],
    [
      'unknown',
      plan([revision('0003', 'unknown')]),
      {
        level: 'look',
        sentence:
          "1 revision runs before any pod changes; what 0003 does can't be decided by reading it.",
      },
    ],
    [
      'unreadable',
      plan([], unreadable),
      {
        level: 'look',
        sentence:
          "The database stays at 0002. 1 file can't be read without running it.",
      },
    ],
    [
      'rollback',
      rollbackPlan,
      {
        count: '1 revision ahead',
        level: 'quiet',
        sentence:
          'The database stays at 0003, 1 revision ahead of sha-1f0c2ab; nothing is taken back.',
      },
    ],
  ])('%s', (_, given, expected) => {
    expect(toDatabaseSection(given)).toMatchObject(expected);
  });

  it('names each revision with what it does, and each file with its reason', () => {
    const { rows } = toDatabaseSection(
      plan([revision('0003', 'irreversible')], unreadable),
    );
    expect(rows).toEqual([
      {
        kind: 'delete',
        subject: '0003 Say what',
        detail: 'Loses data for good, or says of itself that it does.',
        lines: ['drop_table old', '0003.py'],
      },
      {
        kind: 'note',
        subject: 'merge.py',
        detail: "Can't be read: computed in line 3",
      },
    ]);
  });
});
