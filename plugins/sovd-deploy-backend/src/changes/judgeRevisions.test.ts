import { judgeRevisions } from './judgeRevisions';

const graph = { heads: ['0002'], unreadable: [] };
const revision = {
  id: '0002',
  safety: 'expand' as const,
  reason: '',
  file: 'versions/0002.py',
};

describe('judgeRevisions', () => {
  it('has nothing to say of revisions that only add', () => {
    expect(judgeRevisions(graph, [revision], undefined)).toEqual([]);
  });

  it.each(['contract', 'irreversible', 'unknown'] as const)(
    'warns of one that is %s, with its file and the reason',
    safety => {
      const reason = 'drop_table vehicle';
      const pending = [{ ...revision, safety, reason }];
      expect(judgeRevisions(graph, pending, undefined)).toMatchObject([
        {
          rule: `revision-${safety}`,
          severity: 'warning',
          headline: expect.stringContaining('0002'),
          cause: expect.stringMatching(/versions\/0002\.py: drop_table/),
        },
      ]);
    },
  );

  const unreadable = [{ file: 'versions/0004.py', reason: 'it computes' }];

  it.each([
    ['refuses', 'that have to be upgraded', graph, [revision], 'blocker'],
    ['warns of', 'when nothing is pending', graph, [], 'warning'],
    [
      'warns of',
      'that an unreadable file may merge',
      { ...graph, unreadable },
      [revision],
      'warning',
    ],
  ])('%s several heads %s', (_verb, _when, given, pending, severity) => {
    const heads = ['0002', '0003'];
    const found = judgeRevisions({ ...given, heads }, pending, undefined);
    expect(found.filter(({ rule }) => rule === 'revision-heads')).toMatchObject(
      [
        {
          severity,
          headline: 'The migrations have 2 heads',
          cause: expect.stringContaining('0002 and 0003'),
        },
      ],
    );
  });
});
