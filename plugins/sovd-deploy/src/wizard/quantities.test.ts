import { quantityAt, withQuantity } from './quantities';
import { toWords } from './toWords';

const share = {
  requests: { cpu: '250m', memory: '256Mi' },
  limits: { cpu: '500m', memory: '512Mi' },
};

describe('quantities', () => {
  it('reads one', () => {
    expect(quantityAt(share, ['limits', 'cpu'])).toBe('500m');
    expect(quantityAt(undefined, ['limits', 'cpu'])).toBe('');
    expect(quantityAt({ limits: { cpu: 5 } }, ['limits', 'cpu'])).toBe('');
  });

  it('changes one and keeps the others', () => {
    expect(withQuantity(share, ['requests', 'memory'], '300Mi')).toEqual({
      ...share,
      requests: { cpu: '250m', memory: '300Mi' },
    });
  });
});

describe('toWords', () => {
  it('takes commas and blanks', () => {
    expect(toWords(' a.example:1, b.example:2;  c ')).toEqual([
      'a.example:1',
      'b.example:2',
      'c',
    ]);
    expect(toWords('')).toEqual([]);
  });
});
