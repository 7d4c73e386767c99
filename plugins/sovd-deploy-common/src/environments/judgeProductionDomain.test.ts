import { answersWith } from '../__testUtils__/testAnswers';
import { judgeProductionDomain } from './judgeProductionDomain';

describe('judgeProductionDomain', () => {
  it.each([
    ['fleet.myexample.com', undefined],
    ['fleet.example.com', "Production can't do with fleet.example.com"],
    ['example.com', "Production can't do with example.com"],
    [undefined, 'Nobody could reach production: it has no domain'],
  ])('%s: %s', (domain, headline) => {
    const answers = answersWith({ tier: 'production', domain });
    expect(
      judgeProductionDomain(answers, {}).map(finding => finding.headline),
    ).toEqual(headline ? [headline] : []);
  });

  it.each(['fleet.example.com', undefined])('lets staging have %s', domain => {
    const answers = answersWith({ tier: 'staging', domain });
    expect(judgeProductionDomain(answers, {})).toEqual([]);
  });
});
