import {
  contract,
  expand,
  irreversible,
  type SafetyJudgement,
  unknown,
  worstOf,
} from './SafetyJudgement';
import { judgeAlterTable } from './judgeAlterTable';
import { splitSql } from './splitSql';

const DROPS_DEFINITION = ['VIEW', 'TYPE', 'FUNCTION', 'TRIGGER', 'DOMAIN'];
const DROPS_DATA = ['TABLE', 'SCHEMA', 'DATABASE', 'SEQUENCE', 'FOREIGN'];
const CREATES = [
  ...['TABLE', 'INDEX', 'TYPE', 'DOMAIN', 'SEQUENCE', 'VIEW', 'SCHEMA'],
  ...['EXTENSION', 'MATERIALIZED', 'FUNCTION', 'UNLOGGED', 'COLLATION'],
];
/** They change neither rows nor what code may use. */
const HARMLESS = [
  ...['COMMENT', 'SET', 'RESET', 'ANALYZE', 'VACUUM', 'REINDEX', 'LOCK'],
  ...['GRANT', 'REFRESH', 'CLUSTER', 'CHECKPOINT'],
];

/**
 * What a text of SQL statements does, by the words that each begins with.
 *
 * @remarks
 * PostgreSQL's grammar is larger than this table: what isn't in it is unknown.
 */
export function judgeSql(sql: string): SafetyJudgement {
  return worstOf(splitSql(sql).map(judgeStatement));
}

function judgeStatement(words: readonly string[]): SafetyJudgement {
  const [verb, object] = words;
  switch (verb) {
    case 'CREATE':
      return judgeCreate(words.slice(1));
    case 'ALTER':
      return judgeAlter(words.slice(1));
    case 'DROP':
      return judgeDrop(words.slice(1));
    case 'TRUNCATE':
    case 'DELETE':
      return irreversible(`${verb} loses rows`);
    case 'INSERT':
      return words.includes('UPDATE')
        ? unknown('INSERT may change rows')
        : contract('INSERT adds rows that older code may not expect');
    case 'WITH':
    case 'EXPLAIN':
      return words.includes('DELETE')
        ? irreversible('DELETE loses rows')
        : unknown(`${verb} may change rows`);
    case 'UPDATE':
    case 'MERGE':
      return unknown(`${verb} changes rows`);
    case 'REVOKE':
      return contract('REVOKE takes away rights');
    default:
      return HARMLESS.includes(verb)
        ? expand
        : unknown(
            `the effect of ${[verb, object].join(' ').trim()} isn't known`,
          );
  }
}

function judgeCreate(words: readonly string[]): SafetyJudgement {
  const [first, second] = words;
  if (first === 'UNIQUE') return contract('older code may write duplicates');
  if (first === 'TEMPORARY' || first === 'TEMP') return expand;
  return CREATES.includes(first)
    ? expand
    : unknown(`the effect of CREATE ${[first, second].join(' ')} isn't known`);
}

function judgeAlter(words: readonly string[]): SafetyJudgement {
  const [object] = words;
  if (object === 'TABLE') return judgeAlterTable(words.slice(1));
  if (object === 'TYPE' && words.includes('ADD')) return expand;
  return words.includes('RENAME')
    ? contract('older code uses the old name')
    : unknown(`the effect of ALTER ${object ?? ''} isn't known`);
}

function judgeDrop(words: readonly string[]): SafetyJudgement {
  const [object] = words;
  if (object === 'INDEX') return expand;
  if (DROPS_DATA.includes(object)) {
    return irreversible(`DROP ${object} loses data`);
  }
  const definition =
    DROPS_DEFINITION.includes(object) || object === 'MATERIALIZED';
  if (!definition) {
    return unknown(`the effect of DROP ${object ?? ''} isn't known`);
  }
  return words.includes('CASCADE')
    ? irreversible(`DROP ${object} CASCADE may drop columns`)
    : contract(`older code may use the ${object.toLowerCase()}`);
}
