import { PythonModule } from './PythonModule';

function read(token: string) {
  const { scope } = new PythonModule(`value = ${token}\n`);
  const found = scope.expressionOf('value');
  if (typeof found === 'string') throw new Error(found);
  return scope.literal(found);
}

describe('readPythonString', () => {
  it.each([
    [`'plain'`, 'plain'],
    [`"it's"`, "it's"],
    [`"""three "quotes" """`, 'three "quotes" '],
    [`'''a\nb'''`, 'a\nb'],
    [`""`, ''],
    [`r'a\\nb'`, 'a\\nb'],
    [`R"\\d"`, '\\d'],
    [`u"é"`, 'é'],
    [`U'é'`, 'é'],
    [`f'abc'`, 'abc'],
    [`F"{{a}}"`, '{a}'],
    [`fR"\\d"`, '\\d'],
    [`'a\\tb\\\\c'`, 'a\tb\\c'],
    [`'\\x41\\u00e9\\U0001F600'`, 'Aé😀'],
    [`'\\101\\0608'`, 'A08'],
    [`'\\d'`, '\\d'],
    [`'one \\\ntwo'`, 'one two'],
  ])('reads %s', (token, value) => {
    expect(read(token)).toEqual({ kind: 'string', value });
  });

  it.each([
    [`b'abc'`, `b'abc' is bytes, not text`],
    [`Rb"abc"`, `Rb"abc" is bytes, not text`],
    [`f'a{b}'`, `f'a{b}' has a placeholder`],
    [`'\\N{DASH}'`, `'\\N{DASH}' has an escape by name`],
  ])("doesn't guess %s", (token, reason) => {
    expect(read(token)).toEqual({ kind: 'unreadable', reason });
  });
});
