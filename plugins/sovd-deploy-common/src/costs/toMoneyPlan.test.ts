import { answersSchema } from '../environments/answers';
import type { AnswersInput } from '../environments/answers';
import { moneyPlanSchema } from './environmentCost';
import { estimateCost } from './estimateCost';
import { priceBook } from './priceBook';
import { toMoneyPlan } from './toMoneyPlan';

function budgeted(input: Partial<AnswersInput> = {}) {
  const answers = answersSchema.parse({
    name: 'fleet',
    owner: 'group:default/platform',
    environment: 'staging',
    target: 'sandbox',
    ...input,
  });
  const place = { region: 'us-east-1', clusterMode: 'create' } as const;
  return {
    estimate: estimateCost(answers, priceBook, place),
    budget: answers.monthlyBudgetUsd,
  };
}

describe('toMoneyPlan', () => {
  it('names the lines that differ, with both sides', () => {
    const to = budgeted({ nodesDesired: 4, cacheEngine: 'valkey' });
    const plan = toMoneyPlan(budgeted(), to);
    expect(moneyPlanSchema.parse(plan)).toEqual(plan);
    expect(plan).toMatchObject({
      from: { baseline: 439.99 },
      to: { baseline: 499.77 },
      lines: [
        { label: 'Worker nodes', from: 182.208, to: 242.944 },
        { label: 'Disks of the nodes', from: 12, to: 16 },
        { label: 'ElastiCache', from: 24.82, to: 19.856 },
      ],
    });
  });

  it('names a line that comes and one that goes', () => {
    const less = budgeted({ monitoring: false });
    const label = 'Volumes of Prometheus and Grafana';
    expect(toMoneyPlan(budgeted(), less).lines).toEqual([
      { label, from: 2.4, to: 0 },
    ]);
    expect(toMoneyPlan(less, budgeted()).lines).toEqual([
      { label, from: 0, to: 2.4 },
    ]);
  });

  it('judges each side by its own budget', () => {
    const plan = toMoneyPlan(budgeted(), budgeted({ monthlyBudgetUsd: 400 }));
    expect(plan.lines).toEqual([]);
    expect(plan.from.verdict).toBe('within');
    expect(plan.to).toMatchObject({ budget: 400, verdict: 'above' });
  });
});
