import type { PythonCall } from './PythonCall';
import {
  contract,
  expand,
  type SafetyJudgement,
  unknown,
  worstOf,
} from './SafetyJudgement';

/** They describe what is there, or say nothing about rows. */
const HARMLESS = ['comment', 'schema', 'table_name', 'column_name'];

/** What `alter_column` changes, keyword by keyword. */
export function judgeAlterColumn(call: PythonCall): SafetyJudgement {
  if (call.spread) return unknown("its arguments aren't written out");
  return worstOf(
    [...call.keywords.keys()].map(name => judgeKeyword(call, name)),
  );
}

function judgeKeyword(call: PythonCall, name: string): SafetyJudgement {
  if (HARMLESS.includes(name) || name.startsWith('existing_')) return expand;
  const value = call.literal(name);
  switch (name) {
    case 'nullable':
      if (value?.kind === 'none') return expand;
      if (value?.kind !== 'boolean') {
        return unknown("whether the column may be NULL isn't written out");
      }
      return value.value ? expand : contract('older code may write NULL');
    case 'type_':
      return value?.kind === 'none'
        ? expand
        : contract('older code expects the old type');
    case 'new_column_name':
    case 'name':
      return value?.kind === 'none'
        ? expand
        : contract('older code uses the old name');
    case 'server_default':
      // None takes the default away, False leaves it as it is
      return value?.kind === 'none'
        ? contract('older code may rely on the default')
        : expand;
    case 'postgresql_using':
      return expand;
    default:
      return unknown(`the effect of ${name} isn't known`);
  }
}
