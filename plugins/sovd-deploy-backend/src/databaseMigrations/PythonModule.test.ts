import { PythonModule } from './PythonModule';

describe('PythonModule', () => {
  it.each([
    ['"""first line\n\nmore"""\n', 'first line'],
    ['#!/usr/bin/env python\n# note\n\n"""\n  first  \n"""', 'first'],
    ["r'''raw'''", 'raw'],
    ['x = 1\n"""no docstring"""', ''],
    ['f"""{no}"""', ''],
    ['', ''],
  ])('takes the first line of the docstring of %j', (source, title) => {
    expect(new PythonModule(source).title).toBe(title);
  });

  it('reads files of other editors', () => {
    const module = new PythonModule('\uFEFFx = """a\r\nb"""\r\ny = 1\r\n');
    const found = module.scope.expressionOf('x');
    if (typeof found === 'string') throw new Error(found);
    expect(module.scope.literal(found)).toEqual({
      kind: 'string',
      value: 'a\nb',
    });
  });

  it.each([
    ['x = 1\ny = (\n', 3],
    ['x = 1\nprint "a"\n', 2],
    ['def a(:\n  pass\n', 1],
    ['x = 1\n', undefined],
  ])('says where %j stops being Python 3', (source, line) => {
    expect(new PythonModule(source).syntaxError()).toBe(line);
  });

  it('leaves out what it is told to', () => {
    const module = new PythonModule('def a():\n  print "a"\nx = 1\n');
    expect(module.syntaxError()).toBe(2);
    expect(module.syntaxError(module.root, 'Body')).toBeUndefined();
  });
});
