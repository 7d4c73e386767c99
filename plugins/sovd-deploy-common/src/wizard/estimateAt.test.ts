import { answersWith, testTarget } from '../__testUtils__/testAnswers';
import { priceBook } from '../costs/priceBook';
import { estimateAt } from './estimateAt';

it('reckons with the region and cluster of the target, against the own budget', () => {
  const answers = answersWith({ monthlyBudgetUsd: 500 });
  const own = estimateAt(answers, testTarget, priceBook);
  const shared = estimateAt(
    answers,
    { ...testTarget, clusterMode: 'existing' },
    priceBook,
  );
  expect(own).toMatchObject({ budget: 500, region: 'us-east-1' });
  expect(shared.baseline).toBeLessThan(own.baseline);
  expect(() =>
    estimateAt(answers, { ...testTarget, region: 'moon-1' }, priceBook),
  ).toThrow('moon-1');
});
