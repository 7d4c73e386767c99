import { answersWith, testTarget } from '../__testUtils__/testAnswers';
import { priceBook } from '../costs/priceBook';
import type { Finding, NextStep } from '../finding';
import { priceSteps } from './priceSteps';

const findingWith = (...nextSteps: NextStep[]): Finding => ({
  rule: 'any',
  severity: 'info',
  headline: 'Any',
  cause: 'Any.',
  nextSteps,
});

describe('priceSteps', () => {
  const price = (steps: NextStep[], target = testTarget) =>
    priceSteps(
      [findingWith(...steps)],
      answersWith({ cacheNodes: 2 }),
      target,
      priceBook,
    )[0].nextSteps.map(({ label }) => label);

  it('says what a step costs or saves, and nothing where it does neither', () => {
    expect(
      price([
        { label: 'Three gateways', set: { natMode: 'per-zone' } },
        { label: 'One cache node', set: { cacheNodes: 1 } },
        { label: 'At most 6 nodes', set: { nodesMax: 6 } },
        { label: 'Name an approver' },
        { label: 'What nobody can answer', set: { nodesMax: 99 } },
      ]),
    ).toEqual([
      'Three gateways, +$73',
      'One cache node, −$25',
      'At most 6 nodes',
      'Name an approver',
      'What nobody can answer',
    ]);
  });

  it('leaves advice as it is where a price is unknown', () => {
    const target = { ...testTarget, region: 'moon-1' };
    const step = { label: 'Three gateways', set: { natMode: 'per-zone' } };
    expect(price([step], target)).toEqual(['Three gateways']);
  });
});
