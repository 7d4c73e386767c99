import {
  formatAge,
  formatDuration,
  formatMoment,
  millisecondsBetween,
} from './time';

describe('formatAge', () => {
  it.each([
    [-4, '0 s ago'],
    [0.4, '0 s ago'],
    [59, '59 s ago'],
    [60, '1 min ago'],
    [1260, '21 min ago'],
    [3600, '1 h ago'],
    [86_400, '1 d ago'],
    [86_400 * 40, '40 d ago'],
  ])('%d seconds', (seconds, expected) => {
    expect(formatAge(seconds)).toBe(expected);
  });
});

describe('formatDuration', () => {
  it.each([
    [412, '412 ms'],
    [4210, '4 s'],
    [60_000, '1 min'],
    [132_000, '2 min 12 s'],
    [3_720_000, '1 h 2 min'],
  ])('%d milliseconds', (milliseconds, expected) => {
    expect(formatDuration(milliseconds)).toBe(expected);
  });
});

describe('millisecondsBetween', () => {
  it('subtracts', () => {
    expect(
      millisecondsBetween('2026-11-21T13:00:00Z', '2026-11-21T13:00:01.5Z'),
    ).toBe(1500);
  });
});

describe('formatMoment', () => {
  // Local times on purpose: people read the clock on their wall.
  const now = new Date(2026, 10, 21, 14, 30).getTime();
  it.each([
    [new Date(2026, 10, 21, 3, 8), 'today 03:08'],
    [new Date(2026, 10, 20, 23, 59), 'yesterday 23:59'],
    [new Date(2026, 10, 18, 16, 40), '18 Nov 16:40'],
    [new Date(2025, 10, 18, 16, 40), '18 Nov 2025'],
  ])('%s', (moment, expected) => {
    expect(formatMoment(moment.toISOString(), now)).toBe(expected);
  });
});
