import { toChangeValues } from './toChangeValues';

const values = { backend: { podAnnotations: { a: 'b' } } };

describe('toChangeValues', () => {
  it('adds nothing to what was planned', () => {
    expect(toChangeValues({ migrate: true, values })).toBe(values);
  });

  it('switches the migration off where the schema stays', () => {
    expect(toChangeValues({ migrate: false, values })).toEqual({
      ...values,
      migration: { enabled: false },
    });
  });
});
