import { capitalized, counted, listed } from './counted';

describe('counted', () => {
  it.each([
    [0, 'no pod'],
    [1, '1 pod'],
    [3, '3 pods'],
  ])('%d', (count, words) => {
    expect(counted(count, 'pod')).toBe(words);
  });

  it('knows a plural of its own', () => {
    expect(counted(2, 'is', 'are')).toBe('2 are');
  });
});

describe('listed', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('%j', (words, text) => {
    expect(listed(words)).toBe(text);
  });
});

describe('capitalized', () => {
  it('begins a sentence', () => {
    expect(capitalized('no pod')).toBe('No pod');
    expect(capitalized('')).toBe('');
  });
});
