import { moneyPlanSchema } from '@sovd/plugin-sovd-deploy-common';
import type { AnswersInput } from '@sovd/plugin-sovd-deploy-common';
import { proposeEnvironment, testTarget } from '../__testUtils__/testTarget';
import { EnvironmentEstimator } from '../costs/EnvironmentEstimator';
import { planMoney } from './planMoney';

const estimator = new EnvironmentEstimator([testTarget]);

function plan(now: Partial<AnswersInput>, then: Partial<AnswersInput>) {
  const whole = { monitoring: true };
  const { answers } = proposeEnvironment({ ...whole, ...then });
  const environment = proposeEnvironment({ ...whole, ...now });
  return planMoney(estimator, environment, answers);
}

describe('planMoney', () => {
  it('prices both sides, and names what differs', () => {
    const { findings, money } = plan({}, { nodesDesired: 4 });
    expect(moneyPlanSchema.parse(money)).toEqual(money);
    expect(money).toMatchObject({
      from: { baseline: 439.99, budget: 800 },
      to: { baseline: 504.73, budget: 800, verdict: 'within' },
      lines: [{ label: 'Worker nodes' }, { label: 'Disks of the nodes' }],
    });
    expect(findings).toEqual([]);
  });

  it('has no line for what costs the same: pods share the nodes', () => {
    const { money } = plan({}, { backendMin: 5, backendMax: 12 });
    expect(money).toMatchObject({ lines: [], to: { baseline: 439.99 } });
  });

  it('says by how much the planned sum is above the budget, and who answers for it', () => {
    const { findings, money } = plan(
      {},
      { nodesDesired: 4, monthlyBudgetUsd: 450 },
    );
    expect(money).toMatchObject({ to: { verdict: 'above' } });
    expect(findings).toEqual([
      {
        rule: 'budget',
        severity: 'warning',
        headline: '$55 above the budget',
        cause:
          'The estimate comes to $505 of $450 a month. The portal asks nobody else for approval: whoever applies the plan answers for it.',
        nextSteps: [
          { label: 'Agree on it with whoever owns the budget' },
          {
            label:
              'Or change the sizes, or monthlyBudgetUsd, in environments/staging/environment.yaml',
          },
        ],
      },
    ]);
  });

  it('says cents where dollars would read as nothing', () => {
    const { findings } = plan({}, { monthlyBudgetUsd: 439 });
    expect(findings).toMatchObject([{ headline: '$0.99 above the budget' }]);
  });

  it('is silent about a budget that is nearly used up', () => {
    const { findings, money } = plan({}, { monthlyBudgetUsd: 440 });
    expect(money).toMatchObject({ to: { verdict: 'near' } });
    expect(findings).toEqual([]);
  });

  it.each([
    ['region', { ...proposeEnvironment(), region: 'mars-1' }, 'mars-1'],
    ['target', proposeEnvironment({ target: 'moon' }), 'moon'],
  ])('leaves the money out when the %s is unknown', (_, environment, word) => {
    const planned = planMoney(estimator, environment, environment.answers);
    expect(planned).toEqual({
      findings: [
        expect.objectContaining({
          rule: 'price-unknown',
          severity: 'warning',
          cause: expect.stringContaining(word),
        }),
      ],
    });
  });
});
