import { budgetRoom, priceDate } from './costWords';

describe('budgetRoom', () => {
  it.each([
    [440.31, 800, '$360 left'],
    [828.4, 800, '$28 above'],
    [800, 800, '$0 left'],
  ])('%d of %d', (baseline, budget, words) => {
    expect(budgetRoom({ baseline, budget })).toBe(words);
  });
});

describe('priceDate', () => {
  it('is no day earlier west of Greenwich', () => {
    expect(priceDate({ pricesAsOf: '2026-11-03' })).toBe('3 Nov 2026');
    expect(priceDate({ pricesAsOf: '2026-09-30' })).toBe('30 Sep 2026');
  });
});
