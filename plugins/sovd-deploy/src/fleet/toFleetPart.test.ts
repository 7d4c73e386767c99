import { fleetPage } from '../__testUtils__/fleet';
import { toFleetPart } from './toFleetPart';

const seenAt = '2026-11-21T13:00:00.000Z';
const page = fleetPage();
const broken = { kind: 'error', reason: 'It answered 503.' } as const;

describe('toFleetPart', () => {
  it('loads until there is an answer', () => {
    expect(toFleetPart(undefined)).toEqual({ state: 'loading' });
  });

  it('passes a page on, with the reason why it is old', () => {
    expect(toFleetPart({ page, seenAt })).toMatchObject({
      state: 'value',
      value: page,
      observedAt: seenAt,
      staleReason: undefined,
    });
    expect(toFleetPart({ page, seenAt, failure: broken })).toMatchObject({
      value: page,
      staleReason: 'It answered 503.',
    });
  });

  it('shows no page that may no longer be seen', () => {
    const failure = { kind: 'forbidden', reason: 'It answered 403.' } as const;
    expect(toFleetPart({ page, seenAt, failure })).toMatchObject({
      state: 'forbidden',
    });
    expect(toFleetPart({ seenAt, failure: broken })).toMatchObject({
      state: 'error',
      reason: 'It answered 503.',
    });
  });

  it('leads from an empty list to the form, and not from an empty filter', () => {
    expect(
      toFleetPart({ page: fleetPage([]), seenAt }, '/create'),
    ).toMatchObject({ state: 'absent', nextStep: { href: '/create' } });
    const nothing = { ...page, items: [], total: 0 };
    expect(toFleetPart({ page: nothing, seenAt })).toMatchObject({
      state: 'value',
    });
  });
});
