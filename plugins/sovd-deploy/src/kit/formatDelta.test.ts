import { formatDelta } from './formatDelta';

describe('formatDelta', () => {
  it.each([
    [96.2, undefined, '+$96'],
    [-96.2, undefined, '−$96'],
    [0.4, undefined, 'no change'],
    [0.4, 'cents' as const, '+$0.40'],
    [0, 'cents' as const, 'no change'],
  ])('%d in %s', (amount, precision, words) => {
    expect(formatDelta(amount, precision)).toBe(words);
  });
});
