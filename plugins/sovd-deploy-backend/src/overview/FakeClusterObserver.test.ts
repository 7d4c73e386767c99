import { FakeClusterObserver } from './FakeClusterObserver';

const place = { cluster: 'demo', namespace: 'fleet-staging' };
const observation = {
  value: undefined,
  observedAt: '2026-11-21T10:00:00.000Z',
  staleReason: 'silent',
};

describe('FakeClusterObserver', () => {
  it('shows what a test says, at that place only', () => {
    const observer = new FakeClusterObserver();
    observer.show(place, observation);
    expect(observer.observe(place)).toBe(observation);
    for (const other of [
      { ...place, cluster: 'other' },
      { ...place, namespace: 'other' },
    ]) {
      expect(observer.observe(other)).toMatchObject({ value: {} });
    }
  });

  it('tells every listener when what it tells of can be seen', () => {
    const observer = new FakeClusterObserver();
    const heard: unknown[] = [];
    for (let count = 0; count < 2; count++) {
      observer.onChange(at =>
        heard.push([at, observer.observe(at).staleReason]),
      );
    }
    observer.show(place, observation);
    expect(heard).toEqual(Array(2).fill([place, 'silent']));
  });
});
