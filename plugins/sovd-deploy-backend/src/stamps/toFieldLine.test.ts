import { toFieldLine } from './toFieldLine';

describe('toFieldLine', () => {
  it.each([
    [{ path: 'a.b', from: 1, to: 'x' }, '`a.b` `1` → `x`'],
    [{ path: 'a', to: { b: [] } }, '`a` none → `{"b":[]}`'],
    [{ path: 'a', to: '' }, '`a` none → `""`'],
    [{ path: 'a', from: null }, '`a` `null` → none'],
  ])('writes %j', (change, expected) => {
    expect(toFieldLine(change)).toBe(expected);
  });
});
