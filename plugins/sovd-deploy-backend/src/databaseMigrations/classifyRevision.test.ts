import { classifyRevision } from './classifyRevision';
import { PythonModule } from './PythonModule';
import { testRevision } from '../__testUtils__/testRevision';

const classify = (options: Parameters<typeof testRevision>[0]) =>
  classifyRevision(new PythonModule(testRevision(options)));
const ADD = 'op.add_column("a", sa.Column("b", sa.Text))';
const RENAME = 'op.rename_table("a", "b")';

describe('classifyRevision', () => {
  it('takes the worst operation and says why', () => {
    const upgrade = [ADD, RENAME, 'op.drop_table("c")', 'other()'].join('\n');
    expect(classify({ upgrade })).toEqual({
      safety: 'irreversible',
      reason: 'drop_table c: the rows are lost',
      operations: [
        'add_column a.b',
        'rename_table a',
        'drop_table c',
        'call {other}',
      ],
      hasDowngrade: true,
    });
  });

  it('has nothing to say about what only adds', () => {
    expect(classify({ upgrade: ADD })).toMatchObject({
      safety: 'expand',
      reason: '',
    });
  });

  it.each([
    ['pass', false],
    ['"""nothing"""', false],
    ['...', false],
    ['return', false],
    ['raise NotImplementedError("no way back")', false],
    ['if x:\n  raise ValueError()\nop.drop_table("b")', false],
    ['op.rename_table("b", "a")', true],
    ['"""back"""\nother()', true],
  ])('looks whether downgrade() does something: %j', (downgrade, expected) => {
    const { hasDowngrade, safety } = classify({ upgrade: RENAME, downgrade });
    expect(hasDowngrade).toBe(expected);
    expect(safety).toBe(expected ? 'contract' : 'irreversible');
    expect(classify({ upgrade: ADD, downgrade })).toMatchObject({
      safety: 'expand',
      hasDowngrade: expected,
    });
  });

  it('needs no downgrade where nothing is done: a merge', () => {
    expect(classify({ upgrade: 'pass', downgrade: 'pass' })).toMatchObject({
      safety: 'expand',
      hasDowngrade: true,
    });
  });

  it.each([
    ['sovd_safety = "contract"', 'contract'],
    ["sovd_safety: str = 'irreversible'", 'irreversible'],
    ['sovd_safety = "expand"', 'expand'],
    ['sovd_safety = "unknown"', 'unknown'],
    ['sovd_safety = "contrct"', 'unknown'],
    ['sovd_safety = read()', 'unknown'],
    ['if x:\n    sovd_safety = "expand"', 'unknown'],
    ['# sovd_safety = "expand"', 'irreversible'],
  ])('obeys the marker %j', (more, safety) => {
    expect(classify({ upgrade: 'op.drop_table("a")', more }).safety).toBe(
      safety,
    );
  });

  it.each([
    ['def upgrade():\n    print "a"\n', "line 1 can't be read"],
    ['', 'upgrade() is no plain function of this file'],
    [
      '@x\ndef upgrade(): pass\n',
      'upgrade() is no plain function of this file',
    ],
    ['upgrade = other\n', 'upgrade() is no plain function of this file'],
  ])("doesn't guess %j", (source, reason) => {
    const found = classifyRevision(new PythonModule(source));
    expect(found.safety).toBe('unknown');
    expect(found.reason.replace('line 2', 'line 1')).toBe(reason);
  });
});
