import { answersWith, testTarget } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import type { AnswersInput } from './answers';
import { judgeZones } from './judgeZones';

const production = { tier: 'production' } as const;

describe('judgeZones', () => {
  it.each<[AnswersInput, number, string[]]>([
    [{ availabilityZones: 2 }, 2, []],
    [{ availabilityZones: 3 }, 2, ['us-east-1 has 2 zones; 3 are asked for']],
    [{ natMode: 'single' }, 3, []],
    [{ ...production, natMode: 'per-zone' }, 3, []],
    [production, 3, ['One NAT gateway is one point of failure']],
  ])(
    '%j in a region of %i zones: %j',
    (input, availabilityZones, headlines) => {
      const target = { ...testTarget, availabilityZones };
      const answers = answersWith(input);
      const findings = judgeZones(answers, { target });
      expect(findings.map(({ headline }) => headline)).toEqual(headlines);
      expect(uselessSteps(judgeZones, answers, { target })).toEqual([]);
    },
  );

  it.each([
    [2, 'Two gateways'],
    [3, 'Three gateways'],
  ])('advises with %i zones: %s', (availabilityZones, label) => {
    const answers = answersWith({ ...production, availabilityZones });
    expect(judgeZones(answers, {})).toMatchObject([
      {
        severity: 'info',
        nextSteps: [{ label, set: { natMode: 'per-zone' } }],
      },
    ]);
  });
});
