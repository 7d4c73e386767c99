import { testSummary } from '../__testUtils__/testSummary';
import { countHealths, toSharedCauses } from './toSharedCauses';

const row = (values: Parameters<typeof testSummary>[0]) => ({
  summary: testSummary(values),
});
const degraded = (headline: string) => row({ health: 'degraded', headline });

describe('toSharedCauses', () => {
  it('names what at least two share, the most common first', () => {
    expect(
      toSharedCauses([
        degraded('lock'),
        degraded('lock'),
        degraded('alone'),
        ...Array.from({ length: 3 }, () => degraded('memory')),
        row({}),
        row({}),
      ]),
    ).toEqual([
      { headline: 'memory', health: 'degraded', count: 3 },
      { headline: 'lock', health: 'degraded', count: 2 },
    ]);
  });

  it('takes the reason why rows are old for what they share', () => {
    const old = (headline: string) =>
      row({ health: 'unknown', headline, staleReason: 'cluster lost' });
    expect(
      toSharedCauses([old('Last seen healthy'), old('Last seen failed')]),
    ).toEqual([{ headline: 'cluster lost', health: 'unknown', count: 2 }]);
  });

  it('names five at most', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(toSharedCauses([...many, ...many].map(degraded))).toHaveLength(5);
  });
});

describe('countHealths', () => {
  it('counts each health, also of none', () => {
    expect(countHealths([row({}), row({}), degraded('x')])).toEqual({
      degraded: 1,
      unknown: 0,
      progressing: 0,
      healthy: 2,
    });
  });
});
