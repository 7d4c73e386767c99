import { judgeSql } from './judgeSql';

describe('judgeSql', () => {
  it.each([
    ['CREATE TABLE a (id int)', 'expand'],
    ['create index concurrently i on a (b)', 'expand'],
    ['CREATE UNIQUE INDEX i ON a (b)', 'contract'],
    ['CREATE EXTENSION IF NOT EXISTS pg_trgm', 'expand'],
    ['CREATE TEMP TABLE a (id int)', 'expand'],
    ['CREATE OR REPLACE VIEW v AS SELECT 1', 'unknown'],
    ['CREATE TRIGGER t AFTER INSERT ON a EXECUTE FUNCTION f()', 'unknown'],
    ['ALTER TABLE a ADD COLUMN b int', 'expand'],
    ["ALTER TYPE mood ADD VALUE 'calm'", 'expand'],
    ['ALTER TYPE mood RENAME TO feeling', 'contract'],
    ['ALTER SEQUENCE s RESTART', 'unknown'],
    ['DROP TABLE IF EXISTS a', 'irreversible'],
    ['DROP SCHEMA a', 'irreversible'],
    ['DROP INDEX CONCURRENTLY i', 'expand'],
    ['DROP VIEW v', 'contract'],
    ['DROP MATERIALIZED VIEW v', 'contract'],
    ['DROP TYPE mood CASCADE', 'irreversible'],
    ['DROP ROLE r', 'unknown'],
    ['TRUNCATE a', 'irreversible'],
    ['DELETE FROM a WHERE b', 'irreversible'],
    ['UPDATE a SET b = 1', 'unknown'],
    ['MERGE INTO a USING b ON true WHEN MATCHED THEN DO NOTHING', 'unknown'],
    ['INSERT INTO a VALUES (1)', 'contract'],
    ['INSERT INTO a VALUES (1) ON CONFLICT (b) DO UPDATE SET c = 1', 'unknown'],
    ['WITH x AS (DELETE FROM a RETURNING *) SELECT 1', 'irreversible'],
    ['WITH x AS (SELECT 1) UPDATE a SET b = 1', 'unknown'],
    ["SELECT setval('s', 1)", 'unknown'],
    ['DO $$ BEGIN DROP TABLE a; END $$', 'unknown'],
    ["SET lock_timeout = '5s'", 'expand'],
    ["COMMENT ON TABLE a IS 'drop table'", 'expand'],
    ['REVOKE ALL ON a FROM b', 'contract'],
    ['VACUUM a', 'expand'],
    ['-- nothing', 'expand'],
    [
      'CREATE TABLE a (id int); DROP TABLE b; UPDATE c SET d = 1',
      'irreversible',
    ],
    ['CREATE', 'unknown'],
    ['DROP', 'unknown'],
    ['ALTER', 'unknown'],
  ])('judges %s as %s', (sql, safety) => {
    expect(judgeSql(sql).safety).toBe(safety);
  });

  it('gives the reason of the worst', () => {
    const sql = 'CREATE TABLE a (id int); TRUNCATE b; UPDATE c SET d = 1';
    expect(judgeSql(sql).reason).toBe('TRUNCATE loses rows');
  });
});
