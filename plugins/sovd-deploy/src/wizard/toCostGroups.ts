import type { CostGroup, CostSum } from '@sovd/plugin-sovd-deploy-common';

/** The lines of one group, summed up. */
export interface ShownCostGroup {
  label: string;
  /** What the larger lines are. */
  note: string;
  /** US dollars a month. */
  monthly: number;
}

/** In a group whose first line is a class, how many of which class says more than its name. */
const labels: [group: CostGroup, label: string, isClass: boolean][] = [
  ['cluster', 'Cluster', true],
  ['database', 'Database', true],
  ['cache', 'Cache', true],
  ['network', 'Network', false],
  ['operations', 'Operations', false],
];
const MOST_NOTES = 3;

/** The short list beside the questions: always the same groups in the same order. */
export function toCostGroups({ lines }: CostSum): ShownCostGroup[] {
  return labels.flatMap(([group, label, isClass]) => {
    const own = lines
      .filter(line => line.group === group && line.monthly > 0)
      .sort((one, other) => other.monthly - one.monthly);
    if (own.length === 0) return [];
    return [
      {
        label,
        note: own
          .slice(0, MOST_NOTES)
          .map((line, index) =>
            isClass && index === 0 ? line.note : line.label,
          )
          .join(', '),
        monthly: own.reduce((sum, { monthly }) => sum + monthly, 0),
      },
    ];
  });
}
