import { answersWith, testTarget } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import type { AnswersInput } from './answers';
import { judgeCanaryTraffic } from './judgeCanaryTraffic';
import type { Target } from './target';

describe('judgeCanaryTraffic', () => {
  it.each<[AnswersInput, Partial<Target> | undefined, string[]]>([
    [{ strategy: 'rolling' }, {}, []],
    [{ strategy: 'canary', domain: 'fleet.sovd.dev' }, {}, []],
    [
      { strategy: 'canary' },
      {},
      ['Name a domain', 'Roll out without a canary'],
    ],
    [
      { strategy: 'canary' },
      undefined,
      ['Name a domain', 'Roll out without a canary'],
    ],
    [{ strategy: 'canary' }, { strategies: ['canary'] }, ['Name a domain']],
    // refused by the rule of what a target offers
    [{ strategy: 'canary' }, { strategies: ['rolling'] }, []],
  ])('%j at %j: %j', (input, changes, labels) => {
    const target = changes && { ...testTarget, ...changes };
    const answers = answersWith(input);
    const findings = judgeCanaryTraffic(answers, { target });
    const steps = findings.flatMap(({ nextSteps }) => nextSteps);
    expect(steps.map(({ label }) => label)).toEqual(labels);
    expect(uselessSteps(judgeCanaryTraffic, answers, { target })).toEqual([]);
  });
});
