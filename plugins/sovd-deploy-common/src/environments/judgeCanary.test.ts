import { answersWith, testTarget } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import type { AnswersInput } from './answers';
import { judgeCanary } from './judgeCanary';
import type { Target } from './target';

const canary = { strategy: 'canary', monitoring: true } as const;
const blind = { strategy: 'canary', monitoring: false } as const;

describe('judgeCanary', () => {
  it.each<[AnswersInput, Partial<Target> | undefined, string[]]>([
    [{ strategy: 'rolling', monitoring: false }, { addOns: [] }, []],
    [canary, {}, []],
    [canary, undefined, []],
    [blind, {}, ['Roll out without a canary', 'Monitor it']],
    [blind, undefined, ['Roll out without a canary', 'Monitor it']],
    [blind, { addOns: [] }, ['Roll out without a canary']],
    [canary, { addOns: ['monitoring'] }, ['Roll out without a canary']],
    [canary, { addOns: ['argo-rollouts'] }, ['Roll out without a canary']],
    [canary, { addOns: [], strategies: ['canary'] }, ['Choose another target']],
    // refused by the rule of what a target offers
    [blind, { strategies: ['rolling'] }, []],
  ])('%j at %j: %j', (input, changes, labels) => {
    const target = changes && { ...testTarget, ...changes };
    const answers = answersWith(input);
    const findings = judgeCanary(answers, { target });
    const steps = findings.flatMap(({ nextSteps }) => nextSteps);
    expect(steps.map(({ label }) => label)).toEqual(labels);
    expect(uselessSteps(judgeCanary, answers, { target })).toEqual([]);
  });

  it('says what is lacking', () => {
    const target = { ...testTarget, addOns: [] };
    const [{ cause }] = judgeCanary(answersWith(blind), { target });
    expect(cause).toMatch(
      'monitoring is off, and Cloud has no monitoring and no argo-rollouts.',
    );
  });
});
