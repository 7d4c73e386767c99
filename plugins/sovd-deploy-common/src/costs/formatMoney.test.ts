import { formatCost, formatMoney } from './formatMoney';

describe('formatMoney', () => {
  it.each([
    [439.99, '$440', '$439.99'],
    [1168.63, '$1,169', '$1,168.63'],
    // a line of an estimate: half a cent goes up where people read it
    [16.425, '$16', '$16.43'],
    [0, '$0', '$0.00'],
    [-9.93, '-$10', '-$9.93'],
  ])('writes %d as people read it', (amount, dollars, cents) => {
    expect(formatMoney(amount)).toBe(dollars);
    expect(formatMoney(amount, 'cents')).toBe(cents);
  });
});

describe('formatCost', () => {
  it('sets the estimate against the budget', () => {
    expect(formatCost({ baseline: 439.99, budget: 800 })).toBe('$440 of $800');
  });
});
