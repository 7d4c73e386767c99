import type { Plan } from '@sovd/plugin-sovd-deploy-common';
import { counted } from '../kit/counted';
import type { PlanRow, PlanRowKind, PlanSection } from './PlanSection';
import { fieldKindOf, toShownField } from './toShownField';

const verbs: [PlanRowKind, one: string, several: string][] = [
  ['add', 'is new', 'are new'],
  ['change', 'changes', 'change'],
  ['remove', 'goes', 'go'],
];

function sentenceOf(rows: PlanRow[]): string {
  return verbs
    .map(([kind, one, several]) => {
      const count = rows.filter(row => row.kind === kind).length;
      return { count, verb: count === 1 ? one : several };
    })
    .filter(({ count }) => count > 0)
    .map(({ count, verb }, index) =>
      // The noun stands once, with the first number.
      index === 0 ? `${counted(count, 'setting')} ${verb}` : `${count} ${verb}`,
    )
    .join(', ');
}

/** Settings that the release gets from the repository. */
export function toValuesSection({ values }: Pick<Plan, 'values'>): PlanSection {
  const count = counted(values.length, 'setting');
  if (values.length === 0) {
    const sentence = 'Every setting stays as it is.';
    return { id: 'values', level: 'none', sentence, rows: [] };
  }
  const rows = values.map(value => {
    const { path, ...sides } = toShownField(value);
    const fields = [{ path: '', ...sides }];
    return { kind: fieldKindOf(value), subject: path, fields };
  });
  return {
    id: 'values',
    count,
    level: 'quiet',
    sentence: `${sentenceOf(rows)}; all others stay.`,
    rows,
  };
}
