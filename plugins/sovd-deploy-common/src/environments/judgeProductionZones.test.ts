import { answersWith, testTarget } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import { judgeProductionZones } from './judgeProductionZones';

const production = { tier: 'production' } as const;

describe('judgeProductionZones', () => {
  it.each([
    [{ ...production, availabilityZones: 3 }, 3, undefined],
    [
      { ...production, availabilityZones: 2 },
      3,
      "Production can't do with 2 zones",
    ],
    [{ ...production, availabilityZones: 3 }, 2, "Cloud can't hold production"],
    [{ ...production, availabilityZones: 2 }, 2, "Cloud can't hold production"],
    [{ availabilityZones: 2 }, 2, undefined],
  ])('%j in a region of %i zones: %s', (input, there, headline) => {
    const context = { target: { ...testTarget, availabilityZones: there } };
    const answers = answersWith(input);
    const findings = judgeProductionZones(answers, context);
    expect(findings.map(finding => finding.headline)).toEqual(
      headline ? [headline] : [],
    );
    expect(uselessSteps(judgeProductionZones, answers, context)).toEqual([]);
  });
});
