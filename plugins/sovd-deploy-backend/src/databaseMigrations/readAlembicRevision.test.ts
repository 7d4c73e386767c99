import fc from 'fast-check';
import { isRevisionFile, readAlembicRevision } from './readAlembicRevision';
import { testRevision } from '../__testUtils__/testRevision';

describe('readAlembicRevision', () => {
  it('reads a revision', () => {
    const upgrade = 'op.add_column("vehicle", sa.Column("note", sa.Text))';
    expect(readAlembicRevision('a/0002.py', testRevision({ upgrade }))).toEqual(
      {
        id: '0002',
        down: ['0001'],
        dependsOn: [],
        branchLabels: [],
        title: 'title of 0002',
        file: 'a/0002.py',
        safety: 'expand',
        reason: '',
        operations: ['add_column vehicle.note'],
        hasDowngrade: true,
      },
    );
  });

  it('names the file and the reason where it can not', () => {
    expect(readAlembicRevision('a/x.py', 'x = (')).toEqual({
      file: 'a/x.py',
      reason: "line 1 can't be read as Python",
    });
    expect(readAlembicRevision('a/x.py', 'x = 1')).toEqual({
      file: 'a/x.py',
      reason: expect.stringContaining('revision is missing'),
    });
  });

  it('still places a revision whose functions it can not read', () => {
    const text = testRevision({ upgrade: 'with (a as b, c as d):\n  pass' });
    expect(readAlembicRevision('a/0002.py', text)).toMatchObject({
      id: '0002',
      safety: 'unknown',
    });
  });

  it.each([
    ['0001_a.py', true],
    ['.hidden.py', true],
    ['__main__.py', true],
    ['__init__.py', false],
    ['.#0001.py', false],
    ['0001.pyc', false],
    ['README', false],
  ])('takes %s: %s', (name, expected) => {
    expect(isRevisionFile(name)).toBe(expected);
  });

  it('says so where code is nested too deep', () => {
    const deep = 200_000;
    const text = `x = ${'('.repeat(deep)}1${')'.repeat(deep)}\n`;
    expect(readAlembicRevision('a/b.py', text)).toMatchObject({
      reason: expect.any(String),
    });
  });

  it('has an answer to any text', () => {
    const text = testRevision({
      upgrade: [
        'with op.batch_alter_table("a") as b:',
        '  b.add_column(sa.Column("x", sa.Text, nullable=False))',
        'for x in y: op.drop_column(x, *z)',
        'print(x := 1)',
        'bind = op.get_bind(); bind.execute(f"{x}")',
      ].join('\n'),
      more: 'def f(a, *b, c=1): op.execute("x" + a)\nx, *y = 1, 2',
    });
    const mark = fc.constantFrom(...'()[]{},:=*"\'\\\n .abf@;#');
    const damage = fc.record({
      at: fc.nat(text.length),
      cut: fc.nat(40),
      put: fc.string({ maxLength: 6, unit: mark }),
    });
    fc.assert(
      fc.property(damage, ({ at, cut, put }) => {
        const damaged = text.slice(0, at) + put + text.slice(at + cut);
        expect(readAlembicRevision('b.py', damaged).file).toBe('b.py');
      }),
      { numRuns: 3_000 },
    );
  });
});
