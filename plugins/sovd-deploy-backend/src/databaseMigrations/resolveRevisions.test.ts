import { type GraphNode, resolveRevisions } from './resolveRevisions';

const node = (id: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  file: `${id}.py`,
  down: [],
  dependsOn: [],
  branchLabels: [],
  ...more,
});

describe('resolveRevisions', () => {
  it('finds what stands below, also by branch label', () => {
    const { down, dependsOn, problems } = resolveRevisions([
      node('a', { branchLabels: ['left'] }),
      node('b', { down: ['a'] }),
      node('c', { dependsOn: ['left', 'b'] }),
    ]);
    expect(problems).toEqual([]);
    expect(down.get('b')).toEqual(['a']);
    expect(dependsOn.get('c')).toEqual(['a', 'b']);
  });

  it.each([
    [
      [node('a'), node('a', { file: 'x.py' })],
      { file: 'x.py', reason: 'revision a stands in a.py as well' },
    ],
    [
      [node('a', { down: ['z'] })],
      { file: 'a.py', reason: 'down_revision z is in no file' },
    ],
    [
      [node('a', { branchLabels: ['l'] }), node('b', { down: ['l'] })],
      { file: 'b.py', reason: 'down_revision l is in no file' },
    ],
    [
      [node('a', { dependsOn: ['z'] })],
      { file: 'a.py', reason: 'depends_on z is in no file' },
    ],
    [
      [
        node('a', { branchLabels: ['l'] }),
        node('b', { branchLabels: ['l'], down: ['a'] }),
      ],
      { file: 'b.py', reason: 'branch label l is taken by a.py' },
    ],
    [
      [node('a'), node('b', { branchLabels: ['a'], down: ['a'] })],
      { file: 'b.py', reason: 'branch label a is taken by a.py' },
    ],
  ])('names what is wrong with %j', (nodes, problem) => {
    expect(resolveRevisions(nodes).problems).toEqual([problem]);
  });
});
