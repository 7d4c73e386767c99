import { compareNamed } from './compareNamed';

describe('compareNamed', () => {
  it('tells what is new, what is another, and what goes, sorted', () => {
    const from = new Map([
      ['b', '1'],
      ['a', '1'],
      ['gone', '1'],
    ]);
    const to = new Map([
      ['new', '1'],
      ['a', '1'],
      ['b', '2'],
    ]);
    expect(compareNamed(from, to)).toEqual({
      added: ['new'],
      changed: ['b'],
      removed: ['gone'],
    });
  });
});
