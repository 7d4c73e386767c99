import { proposeEnvironment } from './__testUtils__/testTarget';
import { hasEnvironmentTier, isEnvironmentOwner } from './permissions';

const environment = proposeEnvironment();

describe('rules on environments', () => {
  it('know the owner', () => {
    const mine = { claims: ['user:default/ann', 'group:default/platform'] };
    expect(isEnvironmentOwner.apply(environment, mine)).toBe(true);
    expect(isEnvironmentOwner.apply(environment, { claims: [] })).toBe(false);
    expect(isEnvironmentOwner.toQuery(mine)).toEqual({
      key: 'owner',
      values: mine.claims,
    });
  });

  it('know the tier', () => {
    const tiers = ['staging'];
    expect(hasEnvironmentTier.apply(environment, { tiers })).toBe(true);
    expect(hasEnvironmentTier.apply(environment, { tiers: ['x'] })).toBe(false);
    expect(hasEnvironmentTier.toQuery({ tiers })).toEqual({
      key: 'tier',
      values: tiers,
    });
  });
});
