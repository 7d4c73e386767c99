import { sandboxTarget } from '../__testUtils__/environments';
import { toTargetsPart } from './toTargetsPart';

const seenAt = '2026-11-21T13:00:00.000Z';

describe('toTargetsPart', () => {
  it('passes targets on', () => {
    const value = [sandboxTarget];
    expect(toTargetsPart({ state: 'value', value, seenAt })).toMatchObject({
      state: 'value',
      value,
    });
  });

  it('says how to configure the first one', () => {
    expect(toTargetsPart({ state: 'value', value: [], seenAt })).toMatchObject({
      state: 'absent',
      reason: expect.stringContaining('sovdDeploy.targets'),
    });
  });

  it('names the permission to create', () => {
    const failure = { kind: 'forbidden' as const, reason: 'So.' };
    expect(
      toTargetsPart({ state: 'failed', failure, triedAt: seenAt }),
    ).toMatchObject({ permission: 'sovd.environment.create' });
  });
});
