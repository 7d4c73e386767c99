import { judgeAddColumn } from './judgeAddColumn';
import { PythonModule } from './PythonModule';

function judge(column: string) {
  const { scope } = new PythonModule(`value = ${column}\n`);
  const found = scope.expressionOf('value');
  return judgeAddColumn(typeof found === 'string' ? [] : found, scope);
}

describe('judgeAddColumn', () => {
  it.each([
    ['sa.Column("b", sa.Text)', 'expand'],
    ['sa.Column("b", sa.Text, nullable=True)', 'expand'],
    ['Column("b", Text)', 'expand'],
    ['sa.Column("b", sa.Text, nullable=False)', 'contract'],
    ['sa.Column("b", sa.Text, nullable=False, default="x")', 'contract'],
    ['sa.Column("b", sa.Text, nullable=False, server_default="x")', 'expand'],
    ['sa.Column("b", sa.Text, nullable=False, server_default=now())', 'expand'],
    [
      'sa.Column("b", sa.Text, nullable=False, server_default=None)',
      'contract',
    ],
    ['sa.Column("b", sa.Integer, sa.Identity(), nullable=False)', 'expand'],
    ['sa.Column("b", sa.Integer, sa.Computed("a"), nullable=False)', 'expand'],
    ['sa.Column("b", sa.Integer, primary_key=True)', 'contract'],
    ['sa.Column("b", sa.Integer, primary_key=False)', 'expand'],
    ['sa.Column("b", sa.Text, nullable=required)', 'unknown'],
    ['sa.Column("b", sa.Text, **more)', 'unknown'],
    ['columns[0]', 'unknown'],
    ['make("b")', 'unknown'],
  ])('judges %s as %s', (column, safety) => {
    expect(judge(column).safety).toBe(safety);
  });

  it('names the column', () => {
    expect(judge('sa.Column("b", sa.Text)').name).toBe('b');
    expect(judge('sa.Column(name="b")').name).toBe('b');
    expect(judge('columns[0]').name).toBe('{columns[0]}');
  });
});
