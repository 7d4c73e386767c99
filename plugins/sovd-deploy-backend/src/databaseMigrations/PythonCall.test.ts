import { PythonCall } from './PythonCall';
import { PythonModule } from './PythonModule';

function call(source: string) {
  const { root, scope } = new PythonModule(`NAME = "n"\n${source}\n`);
  const statement = root.getChild('ExpressionStatement');
  const node = statement?.getChild('CallExpression');
  if (!node) throw new Error(`${source} is no call`);
  return new PythonCall(node, scope);
}

describe('PythonCall', () => {
  it('reads arguments by place and by name', () => {
    const read = call('op.add("a", b="c", d=None)');
    expect(read.path).toEqual(['op', 'add']);
    expect(read.text(read.argument(0, 'first'))).toBe('a');
    expect(read.text(read.argument(1, 'b'))).toBe('c');
    expect(read.argument(1, 'x')).toBeUndefined();
    expect(read.literal('d')).toEqual({ kind: 'none' });
    expect(read.literal('e')).toBeUndefined();
    expect(read.spread).toBe(false);
  });

  it.each(['f(*a)', 'f(**a)', 'f(1, *a, b=2)'])('sees the rest in %s', text => {
    expect(call(text).spread).toBe(true);
  });

  it.each(['f()()', 'f().g()', 'a[0].b()', '(lambda: 1)()'])(
    'has no path for %s',
    text => {
      expect(call(text).path).toBeUndefined();
    },
  );

  it.each([
    ['f("a")', 'a'],
    ['f(NAME)', 'n'],
    ['f(op.f("a"))', 'a'],
    ['f(other)', '{other}'],
    ['f(g("a"))', '{g("a")}'],
    ['f(None)', '?'],
    ['f()', '?'],
  ])('tells the argument of %s', (source, expected) => {
    const read = call(source);
    expect(read.text(read.positional[0])).toBe(expected);
  });
});
