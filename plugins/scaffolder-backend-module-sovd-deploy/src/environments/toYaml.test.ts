import { parse } from 'yaml';
import { toYaml } from './toYaml';

describe('toYaml', () => {
  it('joins documents and says on top that edits are lost', () => {
    expect(toYaml([{ a: 1 }, { b: [] }], { comment: 'generated' })).toBe(
      [
        '# Generated from environments/<environment>/environment.yaml: edits here are overwritten.',
        'a: 1',
        '---',
        'b: []',
        '',
      ].join('\n'),
    );
  });

  it.each(['\u0000', '\u001b[31m', '\u0085', '\u2028', '\ufeff', '\u007f'])(
    'escapes %j, which readers of YAML refuse or fold',
    text => {
      const yaml = toYaml([{ text }]);
      expect(yaml).not.toContain(text);
      expect(parse(yaml)).toEqual({ text });
    },
  );
});
