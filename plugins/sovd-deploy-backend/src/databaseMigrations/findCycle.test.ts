import { findCycle } from './findCycle';

const cycleOf = (edges: Record<string, string[]>) =>
  findCycle(Object.keys(edges), id => edges[id] ?? []);

describe('findCycle', () => {
  it.each([
    [{}, undefined],
    [{ a: ['b'], b: ['c'], c: [] }, undefined],
    [{ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, undefined],
    [{ a: ['a'] }, ['a']],
    [{ a: ['b'], b: ['a'] }, ['a', 'b']],
    [{ x: ['a'], a: ['b'], b: ['c'], c: ['a'] }, ['a', 'b', 'c']],
  ])('of %j is %j', (edges, cycle) => {
    expect(cycleOf(edges)).toEqual(cycle);
  });

  it('goes as deep as a long history', () => {
    const next = (id: string) => (id === '0' ? [] : [String(Number(id) - 1)]);
    expect(findCycle(['50000'], next)).toBeUndefined();
  });
});
