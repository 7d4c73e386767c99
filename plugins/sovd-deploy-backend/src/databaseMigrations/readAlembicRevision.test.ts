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
});
