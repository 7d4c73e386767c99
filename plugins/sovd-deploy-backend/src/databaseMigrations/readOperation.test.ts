import { PythonCall } from './PythonCall';
import { PythonModule } from './PythonModule';
import { readOperation } from './readOperation';

function read(source: string, created: string[] = [], batch?: string) {
  const { root, scope } = new PythonModule(`${source}\n`);
  const node = root.getChild('ExpressionStatement')?.firstChild;
  if (!node) throw new Error('there is no call');
  const call = new PythonCall(node, scope);
  const name = call.path?.[1] ?? '';
  return readOperation(name, call, scope, new Set(created), batch);
}

describe('readOperation', () => {
  it('tells table and schema', () => {
    expect(read('op.drop_column("a", "b", schema="s")').text).toBe(
      'drop_column s.a.b',
    );
    expect(read('op.drop_table(f"{x}")').text).toBe('drop_table {f"{x}"}');
  });

  it('takes the table from the batch', () => {
    expect(read('b.drop_column("c")', [], 'a')).toEqual({
      text: 'drop_column a.c',
      safety: 'irreversible',
      reason: 'the values are lost',
    });
  });

  it('forgives on tables that are new', () => {
    expect(read('op.drop_column("a", "b")', ['a']).safety).toBe('expand');
    expect(read('op.drop_column("a", "b", schema="s")', ['a']).safety).toBe(
      'irreversible',
    );
  });

  it.each(['op.invoke(x)', 'op.toString()', 'op.new_in_a_later_version()'])(
    "doesn't guess %s",
    source => {
      expect(read(source)).toMatchObject({
        safety: 'unknown',
        reason: "it isn't in the table of operations",
      });
    },
  );

  it('shortens long SQL', () => {
    const { text } = read(`op.execute("SELECT ${'x, '.repeat(100)}")`);
    expect(text).toHaveLength('execute '.length + 80);
    expect(text.endsWith('…')).toBe(true);
  });

  it('reads a table object, also through a name', () => {
    expect(read('t = sa.table("a")\nop.bulk_insert(t, [])').text).toBe(
      'bulk_insert a',
    );
    expect(read('op.bulk_insert(t, [])').text).toBe('bulk_insert {t}');
  });
});
