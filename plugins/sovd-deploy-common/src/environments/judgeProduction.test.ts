import { answersWith } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import type { AnswersInput } from './answers';
import { judgeProduction } from './judgeProduction';

const production = {
  tier: 'production',
  slackChannel: '#fleet-alerts',
} as const;

describe('judgeProduction', () => {
  it.each<[AnswersInput, string[]]>([
    [production, []],
    [{ ...production, nodesMin: 3 }, []],
    [{ ...production, nodesMin: 2 }, ['production-nodesMin']],
    [
      { ...production, nodesMin: 1, nodesDesired: 1, nodesMax: 2 },
      ['production-nodesMin'],
    ],
    [{ ...production, multiAz: false }, ['production-multiAz']],
    [{ ...production, cacheNodes: 1 }, ['production-cacheNodes']],
    [{ ...production, cacheNodes: 2 }, []],
    [{ ...production, changeApproval: false }, ['production-changeApproval']],
    [{ tier: 'production' }, ['production-contact']],
    [{ tier: 'production', pagerDutyKeyRef: 'fleet/pagerduty' }, []],
    [{ tier: 'production', alertEmail: 'a@b.de' }, ['production-contact']],
    [
      {
        tier: 'staging',
        nodesMin: 1,
        multiAz: false,
      },
      [],
    ],
  ])('%j: %j', (input, rules) => {
    const answers = answersWith(input);
    const findings = judgeProduction(answers, {});
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
    expect(uselessSteps(judgeProduction, answers, {})).toEqual([]);
  });
});
