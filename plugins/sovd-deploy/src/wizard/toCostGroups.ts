import type { CostGroup, CostSum } from '@sovd/plugin-sovd-deploy-common';

/** The lines of one group, summed up. */
export interface ShownCostGroup {
  label: string;
  /** How the larger lines were reckoned. */
  note: string;
  /** US dollars a month. */
  monthly: number;
}

const labels: [CostGroup, string][] = [
  ['cluster', 'Cluster'],
  ['database', 'Database'],
  ['cache', 'Cache'],
  ['network', 'Network'],
  ['operations', 'Operations'],
];
const MOST_NOTES = 3;

/** The short list beside the questions: always the same groups in the same order. */
export function toCostGroups({ lines }: CostSum): ShownCostGroup[] {
  return labels.flatMap(([group, label]) => {
    const own = lines
      .filter(line => line.group === group && line.monthly > 0)
      .sort((one, other) => other.monthly - one.monthly);
    if (own.length === 0) return [];
    return [
      {
        label,
        note: own
          .slice(0, MOST_NOTES)
          .map(({ note }) => note)
          .join(', '),
        monthly: own.reduce((sum, { monthly }) => sum + monthly, 0),
      },
    ];
  });
}
