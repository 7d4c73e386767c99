import fc from 'fast-check';
import { AlembicGraph } from './AlembicGraph';
import type { AlembicRevision } from './AlembicRevision';

const revision = (
  id: string,
  down: readonly string[] = [],
  dependsOn: readonly string[] = [],
): AlembicRevision => ({
  id,
  down,
  dependsOn,
  branchLabels: [],
  title: '',
  file: `${id}.py`,
  safety: 'expand',
  reason: '',
  operations: [],
  hasDowngrade: true,
});
const ids = (revisions: readonly { id: string }[]) =>
  revisions.map(({ id }) => id).join(' ');

const line = new AlembicGraph([
  revision('1'),
  revision('2', ['1']),
  revision('3', ['2']),
]);

/** Each revision stands on earlier ones only, so that there is no circle. */
const graphs = fc
  .array(
    fc.record({
      down: fc.array(fc.nat(), { maxLength: 3 }),
      dependsOn: fc.array(fc.nat(), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map(nodes =>
    nodes.map(({ down, dependsOn }, at) => {
      const names = (numbers: number[]) =>
        at === 0 ? [] : [...new Set(numbers.map(n => `r${n % at}`))];
      return { down: names(down), dependsOn: names(dependsOn) };
    }),
  );

describe('AlembicGraph', () => {
  it('has its heads and what is pending', () => {
    expect(line.heads).toEqual(['3']);
    expect(ids(line.revisions)).toBe('1 2 3');
    expect(ids(line.pendingBetween([]).revisions)).toBe('1 2 3');
    expect(ids(line.pendingBetween(['1']).revisions)).toBe('2 3');
    expect(ids(line.pendingBetween(['1'], ['2']).revisions)).toBe('2');
    expect(line.pendingBetween(['3'])).toEqual({ revisions: [] });
    // a database that is further has nothing pending towards an earlier revision
    expect(line.pendingBetween(['3'], ['1'])).toEqual({ revisions: [] });
  });

  it('takes dependencies along', () => {
    const graph = new AlembicGraph([
      revision('1'),
      revision('2', ['1']),
      revision('x'),
      revision('y', ['x'], ['2']),
    ]);
    expect(graph.heads).toEqual(['2', 'y']);
    expect(ids(graph.pendingBetween(['x'], ['y']).revisions)).toBe('1 2 y');
    expect(ids(graph.pendingBetween(['y']).revisions)).toBe('');
  });

  it('says what it does not know', () => {
    expect(line.pendingBetween(['2', '9'])).toEqual({
      revisions: [],
      unknown:
        "The database is at 9, which this commit doesn't have: it is ahead, or of another branch",
    });
    expect(line.pendingBetween(['1'], ['9']).unknown).toBe(
      'This commit has no revision 9',
    );
  });

  it('knows nothing pending where a file is unreadable, and names it', () => {
    const file = { file: '2.py', reason: 'down_revision: x() is computed' };
    const graph = new AlembicGraph(
      [revision('1'), file],
      [{ file: 'z.py', reason: 'is too large' }],
    );
    expect(graph.unreadable).toHaveLength(2);
    expect(graph.revisions).toEqual([]);
    expect(
      new AlembicGraph([revision('1'), file]).pendingBetween(['1']),
    ).toEqual({
      revisions: [],
      unknown: "2.py can't be read: down_revision: x() is computed",
    });
    expect(graph.pendingBetween(['1']).unknown).toMatch(/ \(and 1 more\)$/);
  });

  it('names a circle', () => {
    const graph = new AlembicGraph([
      revision('1'),
      revision('2', ['1'], ['4']),
      revision('3', ['2']),
      revision('4', ['3']),
    ]);
    expect(graph.unreadable).toEqual([
      {
        file: '2.py',
        reason: 'revisions stand on one another in a circle: 2 → 4 → 3 → 2',
      },
    ]);
  });

  it('is empty where there is nothing', () => {
    const graph = new AlembicGraph([]);
    expect(graph.pendingBetween([])).toEqual({ revisions: [] });
    expect(graph.heads).toEqual([]);
  });

  it('agrees with a plain search on any graph', () => {
    fc.assert(
      fc.property(graphs, fc.infiniteStream(fc.nat()), (edges, picks) => {
        const files = edges.map(({ down, dependsOn }, at) =>
          revision(`r${at}`, down, dependsOn),
        );
        const pick = () => {
          const { value } = picks.next();
          return `r${value % files.length}`;
        };
        const current = [pick(), pick()];
        const heads = [pick(), pick()];
        // files lie in any order
        const shuffled = [...files].sort(
          (a, b) => hash(a.id) - hash(b.id) || a.id.localeCompare(b.id),
        );
        const graph = new AlembicGraph(shuffled);
        const below = (id: string): string[] => {
          const found = files[Number(id.slice(1))];
          return [id, ...[...found.down, ...found.dependsOn].flatMap(below)];
        };
        const applied = new Set(current.flatMap(below));
        const wanted = new Set(heads.flatMap(below));
        const expected = [...wanted].filter(id => !applied.has(id)).sort();

        const pending = graph.pendingBetween(current, heads).revisions;
        expect(pending.map(({ id }) => id).sort()).toEqual(expected);
        expectOrder(pending, applied);
        expectOrder(graph.revisions, new Set());
        expect(graph.revisions).toHaveLength(files.length);
        expect([...graph.heads].sort()).toEqual(
          files
            .map(({ id }) => id)
            .filter(id => !files.some(({ down }) => down.includes(id)))
            .sort(),
        );
      }),
      { numRuns: 500 },
    );
  });
});

function hash(id: string): number {
  return (Number(id.slice(1)) * 7919) % 13;
}

function expectOrder(
  revisions: readonly AlembicRevision[],
  applied: ReadonlySet<string>,
) {
  const done = new Set(applied);
  for (const { id, down, dependsOn } of revisions) {
    for (const below of [...down, ...dependsOn]) expect(done).toContain(below);
    done.add(id);
  }
}
