import {
  formatMoney,
  toEnvironmentCost,
} from '@sovd/plugin-sovd-deploy-common';
import type { Answers, Estimate } from '@sovd/plugin-sovd-deploy-common';
import { toMarkdownTable } from './toMarkdownTable';

const verdicts = {
  within: 'within the budget',
  near: 'above 90 % of the budget',
  above: 'above the budget',
};

const toCents = (dollars: number) => `$${dollars.toFixed(2)}`;

/** The estimate's lines with their sum, as `estimate.json` beside it has them. */
export function toGuideCost(answers: Answers, estimate: Estimate): string {
  const { baseline, peak, region, pricesAsOf, approximate } = estimate;
  const { verdict, budget } = toEnvironmentCost(
    estimate,
    answers.monthlyBudgetUsd,
  );
  const peaks = new Map(peak.lines.map(({ id, monthly }) => [id, monthly]));
  const rows = baseline.lines.map(({ id, label, note, monthly }) => [
    label,
    note,
    toCents(monthly),
    toCents(peaks.get(id) ?? 0),
  ]);
  return [
    `US dollars a month in ${region}, list prices of ${pricesAsOf}${
      approximate ? ', approximate for this region' : ''
    }; an estimate, no bill. Peak is the most nodes and three times the traffic, all month.`,
    toMarkdownTable(
      ['what', 'how much', 'a month', 'at peak'],
      [
        ...rows,
        [
          '**Together**',
          '',
          `**${toCents(baseline.monthly)}**`,
          `**${toCents(peak.monthly)}**`,
        ],
      ],
    ),
    `That is ${verdicts[verdict]} of ${formatMoney(budget)}.`,
  ].join('\n\n');
}
