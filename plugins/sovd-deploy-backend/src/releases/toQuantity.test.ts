import { toQuantity } from './toQuantity';

it.each([
  ['250m', 0.25],
  ['1', 1],
  ['1.5', 1.5],
  ['2e3', 2000],
  ['512Mi', 536_870_912],
  ['1Gi', 1_073_741_824],
  ['128974848', 128_974_848],
  ['100k', 100_000],
  ['1E', 1e18],
  [4, 4],
])('%s is %d', (text, expected) => {
  expect(toQuantity(text)).toBeCloseTo(expected);
});

it.each(['', 'many', '1mi', '1 Gi'])('%p is no quantity', text => {
  expect(toQuantity(text)).toBeNaN();
});
