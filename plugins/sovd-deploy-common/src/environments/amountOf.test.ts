import { amountOf } from './amountOf';

it.each([
  ['250m', 250],
  ['512Mi', 512],
  ['1m', 1],
])('of %s is %i', (quantity, amount) => {
  expect(amountOf(quantity)).toBe(amount);
});
