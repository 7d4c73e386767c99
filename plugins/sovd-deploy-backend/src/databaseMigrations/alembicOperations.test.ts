import { alembicOperations } from './alembicOperations';
import { PythonCall } from './PythonCall';
import { PythonModule } from './PythonModule';

describe('alembicOperations', () => {
  const { root, scope } = new PythonModule('f("a", "b", "c")\n');
  const node = root.firstChild?.firstChild;
  if (!node) throw new Error('there is no call');
  const call = new PythonCall(node, scope);

  it('holds what each operation is by itself', () => {
    expect(
      Object.fromEntries(
        Object.entries(alembicOperations).map(([name, { judge }]) => [
          name,
          judge(call).safety,
        ]),
      ),
    ).toEqual({
      alter_column: 'expand',
      bulk_insert: 'contract',
      create_check_constraint: 'contract',
      create_exclude_constraint: 'contract',
      create_foreign_key: 'contract',
      create_index: 'expand',
      create_primary_key: 'contract',
      create_table: 'expand',
      create_table_comment: 'expand',
      create_unique_constraint: 'contract',
      drop_column: 'irreversible',
      drop_constraint: 'contract',
      drop_index: 'expand',
      drop_table: 'irreversible',
      drop_table_comment: 'expand',
      rename_table: 'contract',
    });
  });

  it('has a table among the arguments of each', () => {
    for (const { parameters } of Object.values(alembicOperations)) {
      expect(parameters.join()).toContain('table');
    }
  });
});
