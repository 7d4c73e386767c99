import type { MoneyPlan } from '@sovd/plugin-sovd-deploy-common';
import {
  aboveCost,
  environmentCost,
  moneyAbove,
  moneyLess,
  nearCost,
} from '../__testUtils__/costs';
import { toMoneySection } from './toMoneySection';

const still: MoneyPlan = { from: nearCost, to: nearCost, lines: [] };
const few: MoneyPlan = {
  from: environmentCost,
  to: { ...environmentCost, baseline: 443.01 },
  lines: [{ label: 'log storage', from: 1.2, to: 3.9 }],
};
const peakOnly: MoneyPlan = {
  from: environmentCost,
  to: { ...environmentCost, peak: 750.57 },
  lines: [],
};
const stillAbove: MoneyPlan = { from: aboveCost, to: aboveCost, lines: [] };

describe('toMoneySection', () => {
  it.each<[string, MoneyPlan | undefined, string, string]>([
    [
      'more than the budget',
      moneyAbove,
      'look',
      '+$96 a month: $732 becomes $828, $28 above the budget of $800. At peak $1,105 becomes $1,201.',
    ],
    [
      'less',
      moneyLess,
      'quiet',
      '−$96 a month: $828 becomes $732, within the budget of $800. At peak $1,201 becomes $1,105.',
    ],
    [
      'cents',
      few,
      'quiet',
      '+$2.70 a month: $440.31 becomes $443.01, within the budget of $800.',
    ],
    [
      'the peak alone',
      peakOnly,
      'quiet',
      'The estimate stays at $440 a month, within the budget of $800. At peak $691 becomes $751.',
    ],
    [
      'nothing',
      still,
      'none',
      'The estimate stays at $732 a month, within the budget of $800.',
    ],
    [
      'nothing, above the budget as before',
      stillAbove,
      'none',
      'The estimate stays at $828 a month, $28 above the budget of $800.',
    ],
    [
      'what nobody knows',
      undefined,
      'quiet',
      "A price isn't known, so neither is what this costs.",
    ],
  ])('tells of %s', (_, money, level, sentence) => {
    expect(toMoneySection({ money })).toMatchObject({ level, sentence });
  });

  it('names each price that becomes another', () => {
    const { count, look, rows } = toMoneySection({ money: moneyAbove });
    expect(count).toBe('4 prices');
    expect(look).toMatchObject({
      intent: 'warning',
      label: 'Above the budget',
    });
    expect(rows[0]).toEqual({
      kind: 'more',
      subject: 'Database db.t3.large, two zones',
      detail: '+$62.05 a month',
      fields: [{ path: '', before: '$62.05', after: '$124.10' }],
    });
    expect(rows.map(({ kind }) => kind)).toEqual([
      'more',
      'more',
      'more',
      'less',
    ]);
  });

  it('has no colour for what nobody knows', () => {
    expect(toMoneySection({}).look).toMatchObject({
      intent: 'neutral',
      label: 'Unknown',
    });
  });
});
