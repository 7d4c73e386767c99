import type { FieldChange } from '@sovd/plugin-sovd-deploy-common';
import type { PlanRowKind, ShownField } from './PlanSection';

/** Longer values are cut: a certificate or a script isn't read in a plan. */
const LONGEST = 240;

function shown(value: FieldChange['to']): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text === '') return '""';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Both sides of a field as text. */
export function toShownField({ path, from, to }: FieldChange): ShownField {
  return { path, before: shown(from), after: shown(to) };
}

/** Whether a field is new, becomes another, or goes. */
export function fieldKindOf({ from, to }: FieldChange): PlanRowKind {
  if (from === undefined) return 'add';
  return to === undefined ? 'remove' : 'change';
}
