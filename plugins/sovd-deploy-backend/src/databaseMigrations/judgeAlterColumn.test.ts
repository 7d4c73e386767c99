import { judgeAlterColumn } from './judgeAlterColumn';
import { PythonCall } from './PythonCall';
import { PythonModule } from './PythonModule';

describe('judgeAlterColumn', () => {
  it.each([
    ['nullable=True', 'expand'],
    ['nullable=None', 'expand'],
    ['nullable=False', 'contract'],
    ['nullable=x', 'unknown'],
    ['type_=sa.Text()', 'contract'],
    ['type_=None', 'expand'],
    ['new_column_name="c"', 'contract'],
    ['name="c"', 'contract'],
    ['server_default="1"', 'expand'],
    ['server_default=sa.text("now()")', 'expand'],
    ['server_default=False', 'expand'],
    ['server_default=None', 'contract'],
    ['comment="x"', 'expand'],
    ['existing_type=sa.Text(), existing_nullable=False', 'expand'],
    ['existing_type=sa.Text(), nullable=False', 'contract'],
    ['schema="s", nullable=True', 'expand'],
    ['autoincrement=True', 'unknown'],
    ['**more', 'unknown'],
  ])('judges %s as %s', (keywords, safety) => {
    const { root, scope } = new PythonModule(`f("a", "b", ${keywords})\n`);
    const node = root.firstChild?.firstChild;
    if (!node) throw new Error('there is no call');
    expect(judgeAlterColumn(new PythonCall(node, scope)).safety).toBe(safety);
  });
});
