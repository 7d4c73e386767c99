import { answersWith } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import type { AnswersInput } from './answers';
import { judgeDomain } from './judgeDomain';

const domain = 'fleet.example.org';
const hostedZoneId = 'Z0123456789';

describe('judgeDomain', () => {
  it.each<[AnswersInput, string[]]>([
    [{}, []],
    [{ domain }, []],
    [{ domain, hostedZoneMode: 'create' }, []],
    [{ domain, hostedZoneMode: 'existing', hostedZoneId }, []],
    [{ hostedZoneMode: 'create' }, ['hosted-zone-domain']],
    [{ hostedZoneMode: 'existing', hostedZoneId }, ['hosted-zone-domain']],
    [{ domain, hostedZoneMode: 'existing' }, ['hosted-zone-id']],
    [{ domain, hostedZoneId }, ['hosted-zone-unused']],
    [
      { domain, hostedZoneMode: 'create', hostedZoneId },
      ['hosted-zone-unused'],
    ],
    [{ hostedZoneMode: 'existing' }, ['hosted-zone-domain', 'hosted-zone-id']],
  ])('%j: %j', (input, rules) => {
    const answers = answersWith(input);
    const findings = judgeDomain(answers, {});
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
    expect(uselessSteps(judgeDomain, answers, {})).toEqual([]);
  });
});
