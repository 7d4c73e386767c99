import { OperationReader } from './OperationReader';
import { PythonModule } from './PythonModule';
import { testRevision } from '../__testUtils__/testRevision';

/** Operations of an upgrade, each as `safety text`. */
function read(upgrade: string, more = '') {
  const module = new PythonModule(testRevision({ upgrade, more }));
  const definition = module.scope.definitionOf('upgrade');
  if (!definition) throw new Error('there is no upgrade');
  return new OperationReader(module)
    .read(definition)
    .map(({ safety, text }) => `${safety} ${text}`);
}
const DROP = 'irreversible drop_table a';

describe('OperationReader', () => {
  it.each([
    [
      'op.create_table("a", sa.Column("id", sa.Integer))',
      'expand create_table a',
    ],
    ['op.create_table("a", schema="s")', 'expand create_table s.a'],
    ['op.create_table(NAME)', 'expand create_table {NAME}'],
    ['op.drop_table("a")', DROP],
    ['op.rename_table("a", "b")', 'contract rename_table a'],
    ['op.create_table_comment("a", "text")', 'expand create_table_comment a'],
    ['op.drop_table_comment("a")', 'expand drop_table_comment a'],
    ['op.add_column("a", sa.Column("b", sa.Text))', 'expand add_column a.b'],
    [
      'op.add_column("a", sa.Column("b", sa.Text, nullable=False))',
      'contract add_column a.b',
    ],
    ['op.add_column("a", column)', 'unknown add_column a.{column}'],
    ['op.drop_column("a", "b")', 'irreversible drop_column a.b'],
    [
      'op.drop_column(table_name="a", column_name="b")',
      'irreversible drop_column a.b',
    ],
    ['op.alter_column("a", "b", nullable=True)', 'expand alter_column a.b'],
    ['op.alter_column("a", "b", nullable=False)', 'contract alter_column a.b'],
    ['op.create_index(op.f("i"), "a", ["b"])', 'expand create_index i on a'],
    [
      'op.create_index("i", "a", ["b"], unique=True)',
      'contract create_index i on a',
    ],
    [
      'op.create_index("i", "a", ["b"], unique=unique)',
      'contract create_index i on a',
    ],
    ['op.drop_index("i", table_name="a")', 'expand drop_index i on a'],
    [
      'op.create_foreign_key("k", "a", "b", ["c"], ["d"])',
      'contract create_foreign_key k on a',
    ],
    [
      'op.create_unique_constraint(None, "a", ["b"])',
      'contract create_unique_constraint ? on a',
    ],
    [
      'op.create_check_constraint("k", "a", "b > 0")',
      'contract create_check_constraint k on a',
    ],
    [
      'op.create_primary_key("k", "a", ["b"])',
      'contract create_primary_key k on a',
    ],
    [
      'op.create_exclude_constraint("k", "a", ("b", "="))',
      'contract create_exclude_constraint k on a',
    ],
    ['op.drop_constraint("k", "a")', 'contract drop_constraint k on a'],
    ['op.bulk_insert(sa.table("a"), [{"b": 1}])', 'contract bulk_insert a'],
    ['op.invoke(x)', 'unknown invoke'],
    ['op.execute("DROP TABLE a")', 'irreversible execute DROP TABLE a'],
    [
      'op.execute(sa.text("""\nDELETE\nFROM a"""))',
      'irreversible execute DELETE FROM a',
    ],
    [
      'op.execute("CREATE TABLE a " "(id int)")',
      'expand execute CREATE TABLE a (id int)',
    ],
    ['op.execute(f"DROP TABLE {x}")', 'unknown execute {f"DROP TABLE {x}"}'],
    [
      'op.execute(a.update().values(b=1))',
      'unknown execute {a.update().values(b=1)}',
    ],
    ['sql = "TRUNCATE a"\nop.execute(sql)', 'irreversible execute TRUNCATE a'],
    [
      'op.get_bind().execute(sa.text("TRUNCATE a"))',
      'irreversible execute TRUNCATE a',
    ],
    [
      'bind = op.get_bind()\nbind.execute(sa.text("TRUNCATE a"))',
      'irreversible execute TRUNCATE a',
    ],
    ['session.execute("TRUNCATE a")', 'unknown call {session.execute}'],
    ['if op.get_bind().dialect.name == "x":\n  op.drop_table("a")', DROP],
    [
      'for x in ["a"]:\n  op.drop_column(x, "b")',
      'irreversible drop_column {x}.b',
    ],
    ['[op.drop_table("a") for x in y]', DROP],
    ['try:\n  pass\nfinally:\n  op.drop_table("a")', DROP],
    ['x = op.drop_table("a") or None', DROP],
    ['with op.get_context().autocommit_block():\n  op.drop_table("a")', DROP],
    [
      'c = op.get_context()\nwith c.autocommit_block():\n  op.drop_table("a")',
      DROP,
    ],
  ])('reads %j', (upgrade, expected) => {
    expect(read(upgrade)).toEqual([expected]);
  });

  it.each([
    ['batch.add_column(sa.Column("b", sa.Text))', 'expand add_column a.b'],
    ['batch.drop_column("b")', 'irreversible drop_column a.b'],
    ['batch.alter_column("b", type_=sa.Text)', 'contract alter_column a.b'],
    ['batch.create_index(batch.f("i"), ["b"])', 'expand create_index i on a'],
    [
      'batch.create_foreign_key("k", "c", ["d"], ["e"])',
      'contract create_foreign_key k on a',
    ],
    [
      'batch.drop_constraint("k", type_="unique")',
      'contract drop_constraint k on a',
    ],
    ['batch.drop_index("i")', 'expand drop_index i on a'],
    ['batch.execute("TRUNCATE a")', 'irreversible execute TRUNCATE a'],
  ])('reads %j in a batch', (line, expected) => {
    const block = `with op.batch_alter_table("a", schema=None) as batch:\n  ${line}`;
    expect(read(block)).toEqual([expected]);
  });

  it('forgives what older code can not see: a table of the same revision', () => {
    const upgrade = [
      'vehicle = op.create_table("a", sa.Column("id", sa.Integer))',
      'op.create_index("i", "a", ["id"], unique=True)',
      'op.add_column("a", sa.Column("b", sa.Text, nullable=False))',
      'op.bulk_insert(vehicle, [{"id": 1}])',
      'op.drop_column("a", "b")',
      'op.drop_column("other", "b")',
      'op.rename_table("a", "other")',
    ];
    expect(read(upgrade.join('\n'))).toEqual([
      'expand create_table a',
      'expand create_index i on a',
      'expand add_column a.b',
      'expand bulk_insert a',
      'expand drop_column a.b',
      'irreversible drop_column other.b',
      'contract rename_table a',
    ]);
  });

  it('follows functions of the file one level', () => {
    const more = [
      'def first(table):',
      '    op.drop_column(table, "b")',
      '    second()',
      'def second():',
      '    op.drop_table("a")',
    ].join('\n');
    expect(read('first("a")', more)).toEqual([
      'irreversible drop_column {table}.b',
      'unknown call {second}',
    ]);
    expect(read('other()', more)).toEqual(['unknown call {other}']);
  });

  it.each(['upgrade()', 'def inner():\n  inner()\ninner()'])(
    'comes to an end with %j',
    upgrade => {
      expect(read(upgrade)).toEqual([expect.stringContaining('unknown call')]);
    },
  );

  it('runs no function that is only defined', () => {
    expect(read('def inner():\n  op.drop_table("a")\nlambda: op.f()')).toEqual(
      [],
    );
    expect(read('def inner():\n  op.drop_table("a")\ninner()')).toEqual([DROP]);
  });

  it('knows Alembic by its import only', () => {
    const source =
      'from alembic import op as run\ndef upgrade():\n    run.drop_table("a")\n    op.drop_table("a")\n';
    const module = new PythonModule(source);
    const definition = module.scope.definitionOf('upgrade');
    const found = definition && new OperationReader(module).read(definition);
    expect(found?.map(({ text }) => text)).toEqual([
      'drop_table a',
      'call {op.drop_table}',
    ]);
  });

  it('takes looking and making things in memory for harmless', () => {
    expect(
      read(
        't = sa.table("a", sa.column("b"))\nprint(len(list(range(3))))\ni = sa.inspect(op.get_bind())',
      ),
    ).toEqual([]);
    expect(read('print(drop())')).toEqual(['unknown call {drop}']);
  });
});
