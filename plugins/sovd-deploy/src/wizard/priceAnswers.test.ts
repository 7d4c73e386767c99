import { sandboxTarget } from '../__testUtils__/environments';
import { fillInAnswers } from './fillInAnswers';
import { mergeAnswers } from './mergeAnswers';
import { monthlyOf, priceAnswers } from './priceAnswers';

const target = { ...sandboxTarget, region: 'us-east-1' };
const answers = fillInAnswers({}, [target]);
const merged = mergeAnswers({ name: 'fleet' }, answers);

describe('priceAnswers', () => {
  it('sums up, and compares with the defaults and the budget', () => {
    const usual = monthlyOf(merged, target);
    const shown = priceAnswers({ ...merged, natMode: 'per-zone' }, target);
    expect(shown).toMatchObject({
      state: 'known',
      usual,
      cost: { verdict: 'within', budget: 800, region: 'us-east-1' },
    });
    expect(shown.state === 'known' && shown.estimate.baseline.monthly).toBe(
      monthlyOf({ ...merged, natMode: 'per-zone' }, target),
    );
    expect(usual).toBeGreaterThan(100);
  });

  it('does not need names', () => {
    const { name: _, environment: __, ...nameless } = merged;
    expect(monthlyOf({ ...nameless, domain: 'No' }, target)).toBe(
      monthlyOf(merged, target),
    );
  });

  it('says which answer it lacks', () => {
    expect(priceAnswers({ ...merged, nodesDesired: 99 }, target)).toEqual({
      state: 'unknown',
      headline: 'Unknown for now',
      cause: 'It needs another answer for: Nodes.',
    });
  });

  it('shows the sum without a budget while that cannot be read', () => {
    const shown = priceAnswers({ ...merged, monthlyBudgetUsd: 1 }, target);
    expect(shown).toMatchObject({ state: 'known', cost: undefined });
  });

  it('never takes an unknown price for nothing', () => {
    const moon = { ...target, region: 'moon-1' };
    expect(priceAnswers(merged, moon)).toMatchObject({
      state: 'unknown',
      headline: 'Unknown price: moon-1',
    });
    expect(priceAnswers(merged, undefined)).toMatchObject({ state: 'unknown' });
    expect(monthlyOf(merged, moon)).toBeUndefined();
  });

  it('answers within a keystroke', () => {
    const times = Array.from({ length: 101 }, () => {
      const start = performance.now();
      priceAnswers(merged, target);
      return performance.now() - start;
    }).sort((one, other) => one - other);
    expect(times[50]).toBeLessThan(10);
  });
});
