import { exactDecimal, roundToCents } from './money';

describe('exactDecimal', () => {
  it.each([
    [0.1 + 0.2, 0.3],
    [3 * 730 * 0.0832, 182.208],
    [0.045 * 1.15, 0.05175],
  ])('takes the binary dust off %d', (amount, exact) => {
    expect(exactDecimal(amount)).toBe(exact);
  });
});

describe('roundToCents', () => {
  it.each([
    [366.309, 366.31],
    [732.003, 732],
    // half a cent, exactly and with dust on either side
    [439.995, 439.99],
    [439.99499999999995, 439.99],
    [439.99500000000006, 439.99],
    [0, 0],
  ])('rounds %d to %d', (amount, rounded) => {
    expect(roundToCents(amount)).toBe(rounded);
  });
});
