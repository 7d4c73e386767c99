import { answersWith, testTarget } from '../__testUtils__/testAnswers';
import { priceBook } from '../costs/priceBook';
import type { Answers } from '../environments/answers';
import { estimateAt } from './estimateAt';
import { savings } from './savings';

const context = { target: testTarget };
const priceOf = (answers: Answers) =>
  estimateAt(answers, testTarget, priceBook).baseline;

describe('savings', () => {
  const answers = answersWith({
    natMode: 'per-zone',
    nodeInstanceType: 't3.medium',
  });
  const cheaperBy = (dollars: number) =>
    savings(
      answers,
      context,
      other => priceOf(other) <= priceOf(answers) - dollars,
      priceOf,
    ).map(({ set }) => set);

  it('offers at most two that are enough, what hurts least first', () => {
    expect(cheaperBy(1)).toEqual([
      { cacheEngine: 'valkey' },
      { natMode: 'single' },
    ]);
  });

  it('joins what is enough only together', () => {
    expect(cheaperBy(76)).toEqual([
      { cacheEngine: 'valkey', natMode: 'single' },
    ]);
  });

  it('offers nothing where all together are too little', () => {
    expect(cheaperBy(10_000)).toEqual([]);
  });
});
