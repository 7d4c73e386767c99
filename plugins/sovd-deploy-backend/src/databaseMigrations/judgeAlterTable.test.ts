import { judgeAlterTable } from './judgeAlterTable';
import { splitSql } from './splitSql';

describe('judgeAlterTable', () => {
  it.each([
    ['a ADD COLUMN b int', 'expand'],
    ['IF EXISTS ONLY s.a ADD b int', 'expand'],
    ['a ADD COLUMN IF NOT EXISTS b int', 'expand'],
    ['a ADD COLUMN b int NOT NULL', 'contract'],
    ['a ADD COLUMN b int NOT NULL DEFAULT 0', 'expand'],
    ['a ADD COLUMN b bigserial NOT NULL', 'expand'],
    ['a ADD COLUMN b int PRIMARY KEY', 'contract'],
    ['a ADD COLUMN "NOT" int NULL', 'expand'],
    ['a ADD COLUMN b numeric(1, 2), ADD COLUMN c int NOT NULL', 'contract'],
    ['a ADD CONSTRAINT c CHECK (b > 0) NOT VALID', 'contract'],
    ['a ADD PRIMARY KEY (b)', 'contract'],
    ['a VALIDATE CONSTRAINT c', 'expand'],
    ['a DROP CONSTRAINT c', 'contract'],
    ['a DROP COLUMN IF EXISTS b', 'irreversible'],
    ['a DROP b', 'irreversible'],
    ['a ADD COLUMN b int, DROP COLUMN c', 'irreversible'],
    ['"a b"."c" DROP b', 'irreversible'],
    ['a RENAME COLUMN b TO c', 'contract'],
    ['a RENAME TO b', 'contract'],
    ['a ALTER COLUMN b TYPE text', 'contract'],
    ['a ALTER b SET DATA TYPE text', 'contract'],
    ['a ALTER b SET NOT NULL', 'contract'],
    ['a ALTER COLUMN b DROP NOT NULL', 'expand'],
    ['a ALTER COLUMN b SET DEFAULT 1', 'expand'],
    ['a ALTER COLUMN b DROP DEFAULT', 'contract'],
    ['a ALTER COLUMN b SET STATISTICS 100', 'expand'],
    ['a ALTER COLUMN b DROP EXPRESSION', 'unknown'],
    ['a OWNER TO b', 'unknown'],
    ['a', 'unknown'],
    ['', 'unknown'],
  ])('judges ALTER TABLE %s as %s', (sql, safety) => {
    expect(judgeAlterTable(splitSql(sql)[0] ?? []).safety).toBe(safety);
  });
});
