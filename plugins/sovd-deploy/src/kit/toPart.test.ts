import { toPart } from './toPart';

const description = {
  source: 'The portal',
  permission: 'sovd.environment.read',
  askWhom: 'workshop',
  missing: { headline: 'None', reason: 'There is none.' },
};
const triedAt = '2026-11-21T13:00:00.000Z';

describe('toPart', () => {
  it('passes a value on with its source, age and reason to be stale', () => {
    const live = {
      state: 'value' as const,
      value: 1,
      seenAt: triedAt,
      staleReason: 'It answered 503.',
    };
    expect(toPart(live, description)).toEqual({
      state: 'value',
      value: 1,
      source: 'The portal',
      observedAt: triedAt,
      staleReason: 'It answered 503.',
    });
  });

  it('knows four kinds of nothing', () => {
    const failed = (kind: 'missing' | 'forbidden' | 'error') =>
      toPart(
        { state: 'failed', failure: { kind, reason: 'So.' }, triedAt },
        description,
      );
    expect(toPart({ state: 'loading' }, description)).toEqual({
      state: 'loading',
    });
    expect(failed('missing')).toEqual({
      state: 'absent',
      headline: 'None',
      reason: 'There is none.',
    });
    expect(failed('forbidden')).toEqual({
      state: 'forbidden',
      permission: 'sovd.environment.read',
      askWhom: 'workshop',
    });
    expect(failed('error')).toEqual({
      state: 'error',
      reason: 'So.',
      source: 'The portal',
      observedAt: triedAt,
    });
  });
});
