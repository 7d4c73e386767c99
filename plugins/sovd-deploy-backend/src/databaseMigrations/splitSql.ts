const WORD = /[\p{L}\p{N}_$]/u;

/**
 * Statements of a text as their words in upper case and their marks; what is quoted stands
 * as one mark, comments are left out.
 *
 * @see {@link https://www.postgresql.org/docs/current/sql-syntax-lexical.html}
 */
export function splitSql(sql: string): string[][] {
  const statements: string[][] = [[]];
  const add = (token: string) => statements[statements.length - 1].push(token);
  let at = 0;
  while (at < sql.length) {
    const character = sql[at];
    if (sql.startsWith('--', at)) at = endOf(sql, '\n', at);
    else if (sql.startsWith('/*', at)) at = endOfComment(sql, at);
    else if (character === "'" || character === '"') {
      // E'…' is the one kind of text with escapes by a backslash
      const escapes = character === "'" && lastWordIsE(sql, at);
      at = endOfQuoted(sql, at, escapes);
      add(character);
    } else if (character === '$' && dollarTag(sql, at)) {
      const tag = dollarTag(sql, at);
      at = endOf(sql, tag, at + tag.length);
      add("'");
    } else if (WORD.test(character)) {
      const start = at;
      while (at < sql.length && WORD.test(sql[at])) at += 1;
      add(sql.slice(start, at).toUpperCase());
    } else {
      at += 1;
      if (character === ';') statements.push([]);
      else if (character.trim()) add(character);
    }
  }
  return statements.filter(words => words.length > 0);
}

function lastWordIsE(sql: string, at: number): boolean {
  const [before, letter] = [sql[at - 2] ?? ' ', sql[at - 1]];
  return (letter === 'E' || letter === 'e') && !WORD.test(before);
}

function endOf(sql: string, mark: string, from: number): number {
  const found = sql.indexOf(mark, from);
  return found < 0 ? sql.length : found + mark.length;
}

/** Comments of this kind nest. */
function endOfComment(sql: string, from: number): number {
  let depth = 0;
  let at = from;
  do {
    if (sql.startsWith('/*', at)) depth += 1;
    else if (sql.startsWith('*/', at)) depth -= 1;
    at += sql.startsWith('/*', at) || sql.startsWith('*/', at) ? 2 : 1;
  } while (depth > 0 && at < sql.length);
  return at;
}

function endOfQuoted(sql: string, from: number, escapes: boolean): number {
  const quote = sql[from];
  let at = from + 1;
  while (at < sql.length) {
    if (escapes && sql[at] === '\\') at += 2;
    else if (sql[at] !== quote) at += 1;
    else if (sql[at + 1] === quote) at += 2;
    else return at + 1;
  }
  return at;
}

/** `$$` or `$name$`; empty where a `$` begins something else. */
function dollarTag(sql: string, from: number): string {
  const end = sql.indexOf('$', from + 1);
  const name = end < 0 ? ' ' : sql.slice(from + 1, end);
  return /^(?:[\p{L}_][\p{L}\p{N}_]*)?$/u.test(name) ? `$${name}$` : '';
}
