import * as plans from '../__testUtils__/plans';
import { planTitle } from './planWords';

describe('planTitle', () => {
  it.each([
    [
      plans.upgradePlan,
      'Upgrade diagnostics-staging from sha-1f0c2ab to 2.5.0',
    ],
    [
      plans.rollbackPlan,
      'Roll back diagnostics-staging from 2.5.0 to sha-1f0c2ab',
    ],
    [plans.scalePlan, 'Scale diagnostics-staging: 5 to 12 backend pods'],
    [plans.restartPlan, 'Restart the pods of diagnostics-staging'],
  ])('case %#', (plan, title) => {
    expect(planTitle(plan)).toBe(title);
  });
});
