import fc from 'fast-check';
import { toMarkdownCode } from './toMarkdownCode';

describe('toMarkdownCode', () => {
  it.each([
    ['plain', '`plain`'],
    ['', '` `'],
    ['a `b` c', '``a `b` c``'],
    ['`', '`` ` ``'],
    ['two\n# lines', '`two # lines`'],
    ['</details><script>', '`</details><script>`'],
  ])('writes %j as %s', (text, expected) => {
    expect(toMarkdownCode(text)).toBe(expected);
  });

  it('cuts what is long', () => {
    expect(toMarkdownCode('x'.repeat(500))).toHaveLength(122);
  });

  it('is one line in one fence, whatever the text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[`\n\r \u2028<>a|]{0,200}$/),
    );
    fc.assert(
      fc.property(texts, text => {
        const code = toMarkdownCode(text);
        const [, fence, inner] = /^(`+)([^]*?)\1$/.exec(code) ?? [];
        const runs: string[] = inner.match(/`+/g) ?? [];
        expect(code).not.toMatch(/[\r\n\u2028\u2029]/);
        expect(inner).not.toBe('');
        expect(runs).not.toContain(fence);
        expect(inner).not.toMatch(/^`|`$/);
      }),
    );
  });
});
