import { applicationFleet } from '../__testUtils__/applications';
import { promotionOrder } from './promotionOrder';

describe('promotionOrder', () => {
  it('has staging before production, and names in order', () => {
    const [production] = applicationFleet;
    const apac = { ...production, name: 'diagnostics-apac' };
    expect(
      promotionOrder([apac, ...applicationFleet]).map(({ name }) => name),
    ).toEqual([
      'diagnostics-integration',
      'diagnostics-staging',
      'diagnostics-apac',
      'diagnostics-production',
    ]);
  });
});
