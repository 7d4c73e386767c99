import { splitSql } from './splitSql';

describe('splitSql', () => {
  it.each([
    ['', []],
    ['  ;; ', []],
    ['select 1; drop table a', ['SELECT 1', 'DROP TABLE A']],
    ['-- drop table a\nselect 1', ['SELECT 1']],
    ['/* drop /* nested */ table */ select 1', ['SELECT 1']],
    ["select 'a; drop table b'", ["SELECT '"]],
    ["select 'it''s; x' , 1", ["SELECT ' , 1"]],
    ["select E'a\\'; x', 1", ["SELECT E ' , 1"]],
    ["select DATE'a\\', 1", ["SELECT DATE ' , 1"]],
    ['drop table "a; b"', ['DROP TABLE "']],
    ['do $$ begin; drop table a; end $$; select 1', ["DO '", 'SELECT 1']],
    ['do $x$ $$ ; $$ $x$', ["DO '"]],
    ['select $1; select 2', ['SELECT $1', 'SELECT 2']],
    ["select 'open; x", ["SELECT '"]],
    ['alter table größe', ['ALTER TABLE GRÖSSE']],
  ])('splits %j', (sql, statements) => {
    expect(splitSql(sql).map(words => words.join(' '))).toEqual(statements);
  });
});
