import { planRequestSchema } from '@sovd/plugin-sovd-deploy-common';
import { rangeInWords, scaleLimits, scaleOffReason } from './toScale';

const range = (backendMin: number, backendMax: number) => ({
  backendMin,
  backendMax,
});
const now = range(3, 10);
const limits = 'Give numbers from 1 to 50.';

describe('rangeInWords', () => {
  it.each([
    [now, '3 to 10 backend pods'],
    [range(4, 4), '4 backend pods'],
    [range(1, 1), '1 backend pod'],
  ])('%j', (pods, words) => {
    expect(rangeInWords(pods)).toBe(words);
  });
});

describe('scaleOffReason', () => {
  it.each([
    [range(5, 10), undefined],
    [range(3, 12), undefined],
    [range(10, 10), undefined],
    [now, 'It is 3 to 10 backend pods already: give other numbers.'],
    [range(11, 10), "At least 11 can't be more than at most 10."],
    [range(0, 10), limits],
    [range(3, 51), limits],
    [range(Number.NaN, 10), limits],
    [range(3, Number.NaN), limits],
  ])('%j', (wanted, reason) => {
    expect(scaleOffReason(wanted, now)).toBe(reason);
  });
});

describe('scaleLimits', () => {
  it('are those of the contract', () => {
    const { least, most } = scaleLimits;
    const taken = (input: ReturnType<typeof range>) =>
      planRequestSchema.safeParse({ kind: 'scale', input }).success;
    expect(
      [least - 1, least, most, most + 1].map(n => taken(range(n, n))),
    ).toEqual([false, true, true, false]);
  });
});
