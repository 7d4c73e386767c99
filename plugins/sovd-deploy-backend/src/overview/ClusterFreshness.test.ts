import { ClusterFreshness } from './ClusterFreshness';

describe('ClusterFreshness', () => {
  let now = Date.parse('2026-11-21T10:00:00Z');
  const at = (second: number) => {
    now = Date.parse('2026-11-21T10:00:00Z') + second * 1000;
  };
  const time = (second: number) =>
    new Date(Date.parse('2026-11-21T10:00:00Z') + second * 1000).toISOString();
  let freshness: ClusterFreshness;

  beforeEach(() => {
    at(0);
    freshness = new ClusterFreshness('demo-eu', ['pods', 'jobs'], () => now);
  });

  it('is stale until everything was read once', () => {
    freshness.heard('pods');
    expect(freshness.read().staleReason).toBe(
      'The cluster demo-eu has not been read yet',
    );
    freshness.heard('jobs');
    expect(freshness.read()).toEqual({ observedAt: time(0) });
  });

  it('is as old as what was heard least', () => {
    freshness.heard('pods');
    at(5);
    freshness.heard('jobs');
    at(9);
    expect(freshness.read().observedAt).toBe(time(0));
    at(12);
    freshness.heard('pods');
    expect(freshness.read().observedAt).toBe(time(5));
  });

  it('is as new as the last answer while nothing is down', () => {
    freshness.heard('pods');
    freshness.heard('jobs');
    at(10);
    freshness.alive(now);
    expect(freshness.read()).toEqual({ observedAt: time(10) });
  });

  it('keeps its age and the reason while something is down', () => {
    freshness.heard('pods');
    freshness.heard('jobs');
    at(10);
    expect(freshness.down('pods', 'refused')).toBe(true);
    expect(freshness.down('pods', 'refused again')).toBe(false);
    at(20);
    freshness.alive(now);
    expect(freshness.read()).toEqual({
      observedAt: time(0),
      staleReason: 'refused again',
    });
    expect(freshness.heard('pods')).toBe(true);
    expect(freshness.read().staleReason).toBeUndefined();
  });
});
