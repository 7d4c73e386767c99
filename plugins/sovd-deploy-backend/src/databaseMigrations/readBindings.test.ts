import { PythonModule } from './PythonModule';
import { readBindings } from './readBindings';

function bindings(source: string) {
  const module = new PythonModule(source);
  const found = readBindings(module.root, module.source);
  return Object.fromEntries(
    [...found].map(([name, all]) => [
      name,
      all.map(({ value, reason }) =>
        value ? value.map(node => module.scope.textOf(node)).join('') : reason,
      ),
    ]),
  );
}

describe('readBindings', () => {
  it.each([
    ['a = 1', { a: ['1'] }],
    ['a: int = 1', { a: ['1'] }],
    ['a: Union[str, None] = "x"', { a: ['"x"'] }],
    ['a: int', {}],
    ['a = b = 1', { a: ['1'], b: ['1'] }],
    ['a, b = 1, 2', { a: ['1'], b: ['2'] }],
    ['(a, b) = [1, 2]', { a: ['1'], b: ['2'] }],
    ['a = 1, 2', { a: ['1,2'] }],
    ['a = 1; b = 2', { a: ['1'], b: ['2'] }],
    ['a.b = 1\na[0] = 1', {}],
    ['a, b = c', { a: ['is assigned by unpacking'], b: expect.anything() }],
    ['*a, b = 1, 2', { a: expect.anything(), b: expect.anything() }],
    ['a += 1', { a: ['is changed in place'] }],
    ['del a', { a: ['is deleted'] }],
    ['f(a := 1)', { a: ['is assigned within an expression'] }],
    ['if x:\n  a = 1', { a: ['is assigned under a condition'] }],
    ['if x:\n  a, b = 1, 2', { a: expect.anything(), b: expect.anything() }],
    [
      'try:\n  a = 1\nexcept E as e:\n  pass',
      { a: ['is assigned under a condition'], e: ['is bound by as'] },
    ],
    ['with x as a:\n  pass', { a: ['is bound by as'] }],
    ['for a, b in x:\n  pass', { a: expect.anything(), b: expect.anything() }],
    ['import a.b', { a: ['is imported'] }],
    ['import a.b as c, d', { c: ['is imported'], d: ['is imported'] }],
    ['from . import (a, b as c,)', { a: ['is imported'], c: ['is imported'] }],
    ['from x import *', { '*': ['is imported'] }],
    ['def a():\n  b = 1', { a: ['is a function or class'] }],
    ['class a:\n  b = 1', { a: ['is a function or class'] }],
    [
      'def a():\n  global b\n  b = 1',
      { a: expect.anything(), b: ['is changed in a function'] },
    ],
    ['[a for a in x]', {}],
    ['match x:\n  case a:\n    pass', { a: expect.anything() }],
  ])('finds what %j binds', (source, expected) => {
    expect(bindings(`${source}\n`)).toEqual(expected);
  });
});
