import { answersWith, testTarget } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import type { AnswersInput } from './answers';
import { judgeAddOns } from './judgeAddOns';
import type { AddOn } from './target';

const off = { monitoring: false, tracing: false, networkPolicy: false };

describe('judgeAddOns', () => {
  it.each<[AnswersInput, AddOn[], string[]]>([
    [off, [], []],
    [{ ...off, monitoring: true }, ['monitoring'], []],
    [{ ...off, monitoring: true }, ['tracing'], ['add-on-monitoring']],
    [{ ...off, tracing: true }, ['tracing'], []],
    [{ ...off, tracing: true }, ['monitoring'], ['add-on-tracing']],
    [{ ...off, networkPolicy: true }, ['network-policy'], []],
    [{ ...off, networkPolicy: true }, [], ['add-on-network-policy']],
    [
      { monitoring: true, tracing: true, networkPolicy: true },
      [],
      ['add-on-monitoring', 'add-on-tracing', 'add-on-network-policy'],
    ],
  ])('%j with %j: %j', (input, addOns, rules) => {
    const target = { ...testTarget, addOns };
    const answers = answersWith(input);
    const findings = judgeAddOns(answers, { target });
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
    expect(uselessSteps(judgeAddOns, answers, { target })).toEqual([]);
  });

  it('judges nothing without a target', () => {
    expect(judgeAddOns(answersWith({ tracing: true }), {})).toEqual([]);
  });
});
