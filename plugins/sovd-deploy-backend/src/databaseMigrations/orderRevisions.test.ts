import { orderRevisions } from './orderRevisions';

type Edges = Record<string, { down?: string[]; dependsOn?: string[] }>;
const order = (edges: Edges, heads: string[], wanted = Object.keys(edges)) =>
  orderRevisions(
    {
      ids: Object.keys(edges),
      down: id => edges[id].down ?? [],
      dependsOn: id => edges[id].dependsOn ?? [],
    },
    heads,
    new Set(wanted),
  ).join(' ');

const diamond: Edges = {
  a: {},
  b: { down: ['a'] },
  c: { down: ['a'] },
  d: { down: ['b', 'c'] },
};

describe('orderRevisions', () => {
  it('runs a line from its end to its head', () => {
    const line = { c: { down: ['b'] }, a: {}, b: { down: ['a'] } };
    expect(order(line, ['c'])).toBe('a b c');
  });

  it('runs both sides of a merge before it', () => {
    expect(order(diamond, ['d'])).toBe('a c b d');
  });

  it('leaves out what is applied', () => {
    expect(order(diamond, ['d'], ['c', 'd'])).toBe('c d');
    expect(order(diamond, ['d'], [])).toBe('');
  });

  it('runs several lines one after the other, the last file first', () => {
    const lines = { a: {}, b: { down: ['a'] }, x: {}, y: { down: ['x'] } };
    expect(order(lines, ['b', 'y'])).toBe('x y a b');
    expect(order(lines, ['b'], ['a', 'b'])).toBe('a b');
  });

  it('goes over to the line that needs it first', () => {
    const lines: Edges = {
      a: {},
      b: { down: ['a'] },
      x: { dependsOn: ['b'] },
      y: { down: ['x'], dependsOn: ['b'] },
    };
    expect(order(lines, ['b', 'y'])).toBe('a b x y');
  });

  it('begins with no head that another one needs', () => {
    const lines: Edges = {
      a: {},
      b: {},
      c: { dependsOn: ['a'] },
    };
    expect(order(lines, ['a', 'b', 'c'])).toBe('a c b');
  });
});
