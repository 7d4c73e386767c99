import { PythonModule } from './PythonModule';
import { readRevisionVariables } from './readRevisionVariables';

const read = (source: string, name = '0002_note.py') =>
  readRevisionVariables(new PythonModule(`${source}\n`), name);
const plain = { id: 'b', down: ['a'], dependsOn: [], branchLabels: [] };

describe('readRevisionVariables', () => {
  it.each([
    ['revision = "b"\ndown_revision = "a"', {}],
    ['revision: str = "b"\ndown_revision: Union[str, None] = "a"', {}],
    ["revision = r'b'\ndown_revision = u'a'", {}],
    ['revision = "" "b"\ndown_revision = ("a")', {}],
    ['revision = down_revision = "x"\nrevision = "b"', { down: ['x'] }],
    ['revision, down_revision = "b", "a"', {}],
    ['revision = "b"; down_revision = "a"', {}],
    ['"""Revises: z"""\nrevision = "b"\ndown_revision = "a"', {}],
    ['BEFORE = "a"\nrevision = "b"\ndown_revision = BEFORE', {}],
    ['revision = "b"\ndown_revision = None', { down: [] }],
    ['revision = "b"\ndown_revision = ()', { down: [] }],
    ['revision = "b"\ndown_revision = ("a", "c")', { down: ['a', 'c'] }],
    ['revision = "b"\ndown_revision = ["a", "c"]', { down: ['a', 'c'] }],
    ['revision = "b"\ndown_revision = "a", "c"', { down: ['a', 'c'] }],
    ['revision = "b"\ndown_revision = ("a", "a")', {}],
    [
      'revision = "b"\ndown_revision = "a"\ndepends_on = ("c",)\nbranch_labels = "l"',
      { dependsOn: ['c'], branchLabels: ['l'] },
    ],
    [
      'revision = "b"\ndown_revision = "a"\nbranch_labels = ["l", "m"]',
      { branchLabels: ['l', 'm'] },
    ],
  ])('reads %j', (source, expected) => {
    expect(read(source)).toEqual({ ...plain, ...expected });
  });

  it.each([
    ['down_revision = "a"', /^revision is missing/],
    ['revision = "b"', /^down_revision is missing/],
    ['revision = uuid()\ndown_revision = "a"', /^revision: uuid\(\) is comp/],
    ['revision = f"{x}"\ndown_revision = "a"', /has a placeholder/],
    ['revision = 1\ndown_revision = "a"', /^revision: 1 is computed/],
    ['revision = None\ndown_revision = "a"', /^revision has to be text/],
    ['revision = ""\ndown_revision = "a"', /^revision has to be text/],
    ['revision = "b"\ndown_revision = BEFORE', /BEFORE isn't set in this file/],
    ['from x import y\nrevision = "b"\ndown_revision = y', /y is imported/],
    ['from x import down_revision\nrevision = "b"', /^down_revision is imp/],
    ['revision = "b"\nif x:\n  down_revision = "a"', /under a condition/],
    [
      'revision = "b"\ndown_revision = "a"\nif x:\n  down_revision = "c"',
      /^down_revision is assigned under a condition/,
    ],
    ['revision = "b"\ndown_revision = "a"\nrevision += "c"', /in place/],
    ['revision = "b"\ndown_revision = ("a", *more)', /computed/],
    ['revision = "b"\ndown_revision = tuple(["a"])', /computed/],
    ['revision = "b"\ndown_revision = True', /has to be text/],
    ['revision = "b"\ndown_revision = ("a", None)', /has to be text/],
    ['revision = "b"\ndown_revision = "a"\ndepends_on = x()', /^depends_on: /],
    ['revision = "b"\ndown_revision = "a"\nbranch_labels = x', /^branch_lab/],
    ['revision = "b-1"\ndown_revision = "a"', /can't have "-" in it/],
    ['revision = "b"\ndown_revision = "b"', /stands on itself/],
    ['revision = "b"\ndown_revision = "a"\ndepends_on = "b"', /on itself/],
    ['revision = "b"\ndown_revision = "a"\nfrom x import *', /by \*/],
    [
      'from x import *\nrevision = "b"\ndown_revision = "a"',
      /^depends_on may be imported by \*/,
    ],
  ])('says why %j is not readable', (source, reason) => {
    expect(read(source)).toMatch(reason);
  });

  it("takes the file's name only where Alembic does", () => {
    expect(read('down_revision = "a"', '1f.py')).toEqual({
      ...plain,
      id: '1f',
    });
    expect(read('down_revision = "a"', '1g.py')).toMatch(
      /^revision is missing/,
    );
  });
});
