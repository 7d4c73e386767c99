import {
  healthyOverview,
  partsMissingOverview,
  rollout,
  valuePart,
} from '../__testUtils__/overviews';
import { toOverviewPart } from './toOverviewPart';

const surroundings = { askWhom: 'workshop, the owner,', createHref: '/create' };
const seenAt = '2026-11-21T13:00:00.000Z';

describe('toOverviewPart', () => {
  it('is as old as what Kubernetes last told', () => {
    const observed = valuePart(rollout, 'Kubernetes', 600, 'It is silent.');
    const value = { ...healthyOverview, rollout: observed };
    expect(
      toOverviewPart({ state: 'value', value, seenAt }, surroundings),
    ).toMatchObject({
      source: 'Kubernetes',
      observedAt: observed.state === 'value' && observed.observedAt,
      staleReason: 'It is silent.',
    });
  });

  it('is as old as the answer when there is no rollout', () => {
    expect(
      toOverviewPart(
        { state: 'value', value: partsMissingOverview, seenAt },
        surroundings,
      ),
    ).toMatchObject({ source: 'The portal', observedAt: seenAt });
  });

  it('knows nothing for sure once it can not be renewed', () => {
    const part = toOverviewPart(
      {
        state: 'value',
        value: healthyOverview,
        seenAt,
        staleReason: 'It answered 503.',
      },
      surroundings,
    );
    expect(part).toMatchObject({
      staleReason: 'It answered 503.',
      value: {
        health: 'unknown',
        headline: { headline: 'State unknown. Last seen healthy.' },
        rollout: { staleReason: 'It answered 503.' },
        stack: { staleReason: 'It answered 503.' },
        release: { staleReason: 'It answered 503.' },
        databaseMigration: { staleReason: 'It answered 503.' },
        cost: { staleReason: 'It answered 503.' },
      },
    });
  });

  it('takes what the registry does not know for not managed', () => {
    const failure = { kind: 'missing' as const, reason: 'It answered 404.' };
    expect(
      toOverviewPart(
        { state: 'failed', failure, triedAt: seenAt },
        surroundings,
      ),
    ).toMatchObject({
      state: 'absent',
      headline: 'Not managed by this portal',
      reason: expect.stringContaining("registry doesn't know it"),
      nextStep: { href: '/create' },
    });
  });
});
