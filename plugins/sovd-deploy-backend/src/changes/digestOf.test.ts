import { createHash } from 'node:crypto';
import { digestOf, toCanonicalJson } from './digestOf';

describe('toCanonicalJson', () => {
  it('sorts keys at every depth and leaves out what is undefined', () => {
    expect(
      toCanonicalJson({ b: [{ d: 1, c: null }], a: 'ü"\n', z: undefined }),
    ).toBe('{"a":"ü\\"\\n","b":[{"c":null,"d":1}]}');
  });

  it('keeps the order of lists, where it means something', () => {
    expect(toCanonicalJson([2, 1])).not.toBe(toCanonicalJson([1, 2]));
  });

  it('tells numbers, texts, null and nothing apart', () => {
    const texts = [1, '1', null, true, 'true', [], {}, ''].map(toCanonicalJson);
    expect(new Set(texts).size).toBe(texts.length);
    expect(toCanonicalJson({ a: undefined })).not.toBe(
      toCanonicalJson({ a: null }),
    );
  });
});

describe('digestOf', () => {
  it('is the SHA-256 of the canonical JSON', () => {
    const hex = createHash('sha256').update('{"a":1,"b":2}').digest('hex');
    expect(digestOf({ b: 2, a: 1 })).toBe(`sha256:${hex}`);
  });
});
