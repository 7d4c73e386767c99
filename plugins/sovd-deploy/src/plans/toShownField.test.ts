import { fieldKindOf, toShownField } from './toShownField';

describe('toShownField', () => {
  it.each([
    ['text', 'text'],
    ['', '""'],
    [3, '3'],
    [false, 'false'],
    [null, 'null'],
    [{ a: [1] }, '{"a":[1]}'],
    ['x'.repeat(300), `${'x'.repeat(240)}…`],
  ])('%j', (to, after) => {
    expect(toShownField({ path: 'p', to })).toEqual({
      path: 'p',
      before: undefined,
      after,
    });
  });
});

describe('fieldKindOf', () => {
  it.each([
    [{ path: 'p', to: 1 }, 'add'],
    [{ path: 'p', from: 1 }, 'remove'],
    [{ path: 'p', from: 1, to: 2 }, 'change'],
    // Null is a value like others.
    [{ path: 'p', from: 1, to: null }, 'change'],
  ])('%j: %s', (field, kind) => {
    expect(fieldKindOf(field)).toBe(kind);
  });
});
