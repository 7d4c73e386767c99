import type { EnvironmentCost } from '@sovd/plugin-sovd-deploy-common';
import { toMoneySection } from './toMoneySection';

const cost: EnvironmentCost = {
  baseline: 439.99,
  peak: 583.12,
  budget: 800,
  verdict: 'within',
  region: 'us-east-1',
  pricesAsOf: '2026-09-03',
  approximate: false,
  groups: [],
};

describe('toMoneySection', () => {
  it('says what each line and the whole come to', () => {
    const to = { ...cost, baseline: 852.4, verdict: 'above' as const };
    const lines = [{ label: 'Worker nodes', from: 182.208, to: 594.618 }];
    expect(toMoneySection({ money: { from: cost, to, lines } })).toEqual({
      title: 'Money',
      changes: [
        {
          sentence: 'Worker nodes becomes $594.62 a month, now $182.21',
          details: [],
        },
      ],
      notes: [
        'the estimate comes to $852 of $800 a month, above the budget',
        'at its peak $583 a month',
        'prices as of 2026-09-03',
      ],
    });
  });

  it('says that the estimate stays, and how sure it is', () => {
    const near = {
      ...cost,
      verdict: 'near' as const,
      budget: 450,
      region: 'eu-central-1',
      approximate: true,
    };
    expect(
      toMoneySection({ money: { from: near, to: near, lines: [] } }),
    ).toEqual({
      title: 'Money',
      changes: [],
      notes: [
        'the estimate stays at $440 of $450 a month, near the budget',
        'at its peak $583 a month',
        'prices as of 2026-09-03; prices of eu-central-1 are approximate',
      ],
    });
  });

  it('gives no figure where there is none', () => {
    expect(toMoneySection({})).toEqual({
      title: 'Money',
      changes: [],
      notes: ['no estimate: a finding says which price is unknown'],
      unknown: true,
    });
  });
});
