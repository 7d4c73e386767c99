import fc from 'fast-check';
import {
  formatAddressBlock,
  overlaps,
  parseAddressBlock,
} from './addressBlock';

describe('parseAddressBlock', () => {
  it.each([
    ['10.0.0.0/16', '10.0.0.0/16'],
    ['10.0.3.7/16', '10.0.0.0/16'],
    ['192.168.255.255/32', '192.168.255.255/32'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['010.0.0.0/08', '10.0.0.0/8'],
  ])('reads %s as %s', (text, canonical) => {
    const block = parseAddressBlock(text);
    expect(block && formatAddressBlock(block)).toBe(canonical);
  });

  it.each(['', '10.0.0.0', '256.0.0.0/8', '10.0.0.0/33', '10.0.0/8', 'a/8'])(
    'refuses %p',
    text => expect(parseAddressBlock(text)).toBeUndefined(),
  );

  it('reads what it wrote, and holds as many addresses as the prefix says', () => {
    const bytes = fc.array(fc.integer({ min: 0, max: 255 }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(bytes, fc.integer({ min: 0, max: 32 }), (four, prefix) => {
        const block = parseAddressBlock(`${four.join('.')}/${prefix}`);
        if (!block) throw new Error('not read');
        expect(block.last - block.first + 1).toBe(2 ** (32 - prefix));
        expect(parseAddressBlock(formatAddressBlock(block))).toEqual(block);
      }),
    );
  });
});

describe('overlaps', () => {
  it.each([
    ['10.0.0.0/16', '10.0.128.0/20', true],
    ['10.0.0.0/16', '10.1.0.0/16', false],
    ['10.0.0.0/15', '10.1.0.0/16', true],
    ['10.0.0.0/16', '9.255.255.255/32', false],
  ])('%s and %s: %p', (one, other, expected) => {
    const [a, b] = [parseAddressBlock(one), parseAddressBlock(other)];
    if (!a || !b) throw new Error('not read');
    expect(overlaps(a, b)).toBe(expected);
    expect(overlaps(b, a)).toBe(expected);
  });
});
