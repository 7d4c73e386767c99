import type { JsonValue } from '@backstage/types';
import { flatten } from './flatten';

const paths = (value: JsonValue) => Object.fromEntries(flatten(value));

describe('flatten', () => {
  it('gives every leaf by its path', () => {
    expect(paths({ a: { b: 1, c: 'x' }, d: null, e: false })).toEqual({
      'a.b': 1,
      'a.c': 'x',
      d: null,
      e: false,
    });
  });

  it('takes an empty map or list for a value of its own', () => {
    expect(paths({ a: {}, b: [] })).toEqual({ a: {}, b: [] });
  });

  it.each<[string, JsonValue, string[]]>([
    ['by name', [{ name: 'api', image: 'a' }], ['[api].image']],
    [
      'by mount path, when a volume is mounted twice',
      [
        { name: 'tmp', mountPath: '/tmp' },
        { name: 'tmp', mountPath: '/var' },
      ],
      ['[/tmp].name', '[/var].name'],
    ],
    ['by port', [{ containerPort: 80 }], ['[80]']],
    [
      'by position, when only some have names',
      [{ name: 'a' }, {}],
      ['[0].name', '[1]'],
    ],
    [
      'by position, when names repeat',
      [{ name: 'a' }, { name: 'a' }],
      ['[0].name', '[1].name'],
    ],
    ['by position, without names', ['x', 'y'], ['[0]', '[1]']],
  ])('lists items %s', (_how, list, expected) => {
    expect([...flatten(list).keys()]).toEqual(expected);
  });
});
