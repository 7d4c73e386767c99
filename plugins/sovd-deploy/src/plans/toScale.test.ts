import { planRequestSchema } from '@sovd/plugin-sovd-deploy-common';
import { scaleLimits, scaleOffReason } from './toScale';

describe('scaleOffReason', () => {
  it.each([
    [5, 3, undefined],
    [3, 3, '3 are wanted already: give another number.'],
    [0, 3, 'Give a number from 1 to 20.'],
    [21, 3, 'Give a number from 1 to 20.'],
    [Number.NaN, 3, 'Give a number from 1 to 20.'],
  ])('%d instead of %d', (wanted, current, reason) => {
    expect(scaleOffReason(wanted, current)).toBe(reason);
  });
});

describe('scaleLimits', () => {
  it('are those of the contract', () => {
    const { least, most } = scaleLimits;
    const taken = (backendReplicas: number) =>
      planRequestSchema.safeParse({ kind: 'scale', input: { backendReplicas } })
        .success;
    expect([least - 1, least, most, most + 1].map(taken)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
