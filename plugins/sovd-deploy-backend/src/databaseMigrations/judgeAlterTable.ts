import {
  contract,
  expand,
  irreversible,
  type SafetyJudgement,
  unknown,
  worstOf,
} from './SafetyJudgement';

const CONSTRAINTS = [
  ...['CONSTRAINT', 'PRIMARY', 'FOREIGN', 'UNIQUE', 'CHECK', 'EXCLUDE'],
];
/** Columns that fill themselves. */
const FILLED = [
  ...['DEFAULT', 'GENERATED', 'SERIAL', 'BIGSERIAL', 'SMALLSERIAL'],
];

/** @param words - what follows ALTER TABLE, in upper case */
export function judgeAlterTable(words: readonly string[]): SafetyJudgement {
  return worstOf(splitActions(words).map(judgeAction));
}

/** The commas between actions stand outside of parentheses; the table's name goes. */
function splitActions(words: readonly string[]): string[][] {
  const actions: string[][] = [[]];
  let depth = 0;
  for (const word of words) {
    if (word === '(') depth += 1;
    if (word === ')') depth -= 1;
    if (word === ',' && depth === 0) actions.push([]);
    else actions[actions.length - 1].push(word);
  }
  const [first, ...others] = actions;
  return [withoutTable(first), ...others];
}

/** `IF EXISTS ONLY schema.table *` before the first action. */
function withoutTable(words: readonly string[]): string[] {
  let start = 0;
  while (['IF', 'EXISTS', 'ONLY'].includes(words[start])) start += 1;
  start += 1;
  while (words[start] === '.') start += 2;
  if (words[start] === '*') start += 1;
  return words.slice(start);
}

function judgeAction(action: readonly string[]): SafetyJudgement {
  const [verb, object] = action;
  switch (verb) {
    case 'ADD':
      return judgeAdd(action.slice(1));
    case 'DROP':
      return object === 'CONSTRAINT'
        ? contract('older code may rely on the constraint')
        : irreversible('DROP COLUMN loses data');
    case 'RENAME':
      return contract('older code uses the old name');
    case 'VALIDATE':
      return expand;
    case 'ALTER':
      return judgeColumn(action.slice(object === 'COLUMN' ? 3 : 2));
    default:
      return unknown(`the effect of ALTER TABLE … ${verb ?? ''} isn't known`);
  }
}

function judgeAdd(words: readonly string[]): SafetyJudgement {
  if (CONSTRAINTS.includes(words[0])) {
    return contract('older code may write what the constraint refuses');
  }
  const required =
    words.includes('PRIMARY') ||
    words.some((word, at) => word === 'NOT' && words[at + 1] === 'NULL');
  return required && !words.some(word => FILLED.includes(word))
    ? contract("older code can't insert without the column")
    : expand;
}

/** @param words - what follows ALTER COLUMN and the column's name */
function judgeColumn(words: readonly string[]): SafetyJudgement {
  const [verb, object] = words;
  if (verb === 'TYPE' || (verb === 'SET' && object === 'DATA')) {
    return contract('older code expects the old type');
  }
  if (object === 'NOT') {
    return verb === 'SET' ? contract('older code may write NULL') : expand;
  }
  if (object === 'DEFAULT') {
    return verb === 'SET'
      ? expand
      : contract('older code may rely on the default');
  }
  return verb === 'SET' && object === 'STATISTICS'
    ? expand
    : unknown(`the effect of ALTER COLUMN … ${words.join(' ')} isn't known`);
}
