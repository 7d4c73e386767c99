import type { EnvironmentSummary } from '@sovd/plugin-sovd-deploy-common';
import { applicationFleet } from '../__testUtils__/applications';
import { fleetPage } from '../__testUtils__/fleet';
import { toApplicationPart } from './toApplicationPart';

const seenAt = '2026-11-21T13:00:00.000Z';
const surroundings = {
  application: 'diagnostics',
  askWhom: 'workshop, the owner,',
  createHref: '/create',
};
const of = (items: EnvironmentSummary[]) =>
  toApplicationPart(
    { state: 'value', value: fleetPage(items), seenAt, staleReason: 'Why.' },
    surroundings,
  );

describe('toApplicationPart', () => {
  it('passes environments on, with the reason why they are old', () => {
    expect(of(applicationFleet)).toMatchObject({
      value: applicationFleet,
      staleReason: 'Why.',
    });
  });

  it('says how the first one is created', () => {
    expect(of([])).toMatchObject({
      state: 'absent',
      reason: expect.stringContaining('diagnostics runs nowhere'),
      nextStep: { label: 'Create the first environment', href: '/create' },
    });
  });

  it('says who may let a person in', () => {
    const failure = { kind: 'forbidden' as const, reason: 'It answered 403.' };
    expect(
      toApplicationPart(
        { state: 'failed', failure, triedAt: seenAt },
        surroundings,
      ),
    ).toMatchObject({ state: 'forbidden', askWhom: 'workshop, the owner,' });
  });
});
