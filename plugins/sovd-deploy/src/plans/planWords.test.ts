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
    [plans.scalePlan, 'Scale diagnostics-staging to 5 backend pods'],
    [
      {
        ...plans.scalePlan,
        request: { kind: 'scale' as const, input: { backendReplicas: 1 } },
      },
      'Scale diagnostics-staging to 1 backend pod',
    ],
    [plans.restartPlan, 'Restart the pods of diagnostics-staging'],
  ])('case %#', (plan, title) => {
    expect(planTitle(plan)).toBe(title);
  });
});
