import { toBoundedList } from './toBoundedList';

describe('toBoundedList', () => {
  it('shows all of a short list', () => {
    expect(toBoundedList(['a', 'b'])).toEqual(['- a', '- b']);
  });

  it.each([
    [Array.from({ length: 40 }, () => 'a'), 26, '- and 15 more'],
    [Array.from({ length: 4 }, () => 'a'.repeat(2_500)), 3, '- and 2 more'],
  ])('counts what does not fit', (lines, length, last) => {
    const list = toBoundedList(lines);
    expect(list).toHaveLength(length);
    expect(list.at(-1)).toBe(last);
  });
});
