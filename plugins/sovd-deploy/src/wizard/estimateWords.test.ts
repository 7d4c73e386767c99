import { environmentCost } from '../__testUtils__/costs';
import { sandboxTarget } from '../__testUtils__/environments';
import { estimateDifference, estimateFoot } from './estimateWords';
import { fillInAnswers } from './fillInAnswers';
import { mergeAnswers } from './mergeAnswers';
import { priceAnswers } from './priceAnswers';

describe('estimateDifference', () => {
  it.each([
    [440, 440.3, 'as by default'],
    [440, undefined, 'as by default'],
    [546, 440, '$106 more than the defaults'],
    [400, 440, '$40 less than the defaults'],
  ])('%d against %d: %s', (monthly, usual, words) => {
    expect(estimateDifference(monthly, usual)).toBe(words);
  });
});

const shown = priceAnswers(
  mergeAnswers({}, fillInAnswers({}, [sandboxTarget])),
  sandboxTarget,
);
const estimate = shown.state === 'known' ? shown.estimate : undefined;

describe('estimateFoot', () => {
  it('says what is left of the budget, or how much is above', () => {
    expect(estimateFoot.budget(environmentCost)).toBe(
      '$360 left of the budget of $800',
    );
    expect(
      estimateFoot.budget({
        ...environmentCost,
        baseline: 828.4,
        verdict: 'above',
      }),
    ).toBe('$28 above the budget of $800');
  });

  it('names date and region, and says when prices are approximate', () => {
    expect(estimate && estimateFoot.prices(estimate)).toMatch(
      /^Prices of 3 Sept? 2026, eu-central-1, on demand; approximate/,
    );
    expect(
      estimate && estimateFoot.prices({ ...estimate, approximate: false }),
    ).not.toMatch(/approximate/);
  });
});
