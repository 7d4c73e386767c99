import { PythonModule } from './PythonModule';

function read(expression: string, before = '', after = '') {
  const { scope } = new PythonModule(
    `${before}\nvalue = ${expression}\n${after}\n`,
  );
  const found = scope.expressionOf('value');
  return typeof found === 'string' ? found : scope.literal(found);
}
const text = (value: string) => ({ kind: 'string', value });

describe('PythonScope', () => {
  it.each([
    [`"a" 'b' "c"`, text('abc')],
    [`"a" + 'b' + ("c")`, text('abc')],
    [`(("a"))`, text('a')],
    [`("a"\n  "b")`, text('ab')],
    [`None`, { kind: 'none' }],
    [`True`, { kind: 'boolean', value: true }],
    [`("a",)`, { kind: 'list', items: [text('a')] }],
    [`"a", "b"`, { kind: 'list', items: [text('a'), text('b')] }],
    [`["a", "b",]`, { kind: 'list', items: [text('a'), text('b')] }],
    [`{"a"}`, { kind: 'list', items: [text('a')] }],
    [`()`, { kind: 'list', items: [] }],
    [`(\n "a", # why\n)`, { kind: 'list', items: [text('a')] }],
  ])('reads %s', (expression, literal) => {
    expect(read(expression)).toEqual(literal);
  });

  it.each([
    [`get()`, 'get() is computed'],
    [`"a" if x else "b"`, '"a" if x else "b" is computed'],
    [`"a" * 2`, '"a" * 2 is computed'],
    [`"a" % x`, '"a" % x is computed'],
    [`"a" + x`, "x isn't set in this file"],
    [`"a" "b{}".format(1)`, '"a" "b{}".format(1) is computed'],
    [`x.y`, 'x.y is computed'],
    [`1`, '1 is computed'],
    [`"a" + None`, 'None is computed'],
  ])("doesn't guess %s", (expression, reason) => {
    expect(read(expression)).toEqual({ kind: 'unreadable', reason });
  });

  it('follows names of the same file', () => {
    expect(read('OTHER + "b"', 'FIRST = "a"\nOTHER = FIRST')).toEqual(
      text('ab'),
    );
  });

  it.each([
    ['from settings import OTHER', 'OTHER is imported'],
    ['OTHER = "a"\nOTHER = "b"', 'OTHER is set more than once'],
    ['if x:\n  OTHER = "a"', 'OTHER is assigned under a condition'],
    ['OTHER = "a"\nfrom x import *', 'OTHER may be imported by *'],
    ['OTHER = OTHER', 'OTHER is computed'],
    ['A = B\nB = A\nOTHER = A', expect.stringContaining('is computed')],
  ])('gives up on a name after %j', (before, reason) => {
    expect(read('OTHER', before)).toEqual({ kind: 'unreadable', reason });
  });

  it('gives the last star import the right to bind', () => {
    expect(read('"a"', '', 'from x import *')).toBe(
      'value may be imported by *',
    );
    expect(read('"a"', 'from x import *')).toEqual(text('a'));
  });

  it('knows plain functions only', () => {
    const { scope } = new PythonModule(
      'def a(): pass\n@x\ndef b(): pass\nif x:\n  def c(): pass\ndef d(): pass\nd = 1\n',
    );
    const known = ['a', 'b', 'c', 'd'].filter(name => scope.definitionOf(name));
    expect(known).toEqual(['a']);
  });
});
