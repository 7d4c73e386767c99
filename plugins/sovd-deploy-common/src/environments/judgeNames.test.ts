import { answersWith, testTarget } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import type { AnswersInput } from './answers';
import { judgeNames } from './judgeNames';
import type { Target } from './target';

const long = { name: 'a'.repeat(20) };

describe('judgeNames', () => {
  it.each<[AnswersInput, Partial<Target>, string[]]>([
    [{ ...long, environment: 'b'.repeat(7) }, {}, []],
    [{ ...long, environment: 'b'.repeat(8) }, {}, ['name-length']],
    [{}, { namespacePattern: `${'p'.repeat(49)}-{name}-{environment}` }, []],
    [
      {},
      { namespacePattern: `${'p'.repeat(50)}-{name}-{environment}` },
      ['name-length'],
    ],
    [{ environment: 'default' }, {}, ['reserved-name']],
    [{ environment: 'defaults' }, {}, []],
    [{ environment: 'kube-x' }, {}, ['reserved-name']],
    [{ name: 'kube-fleet' }, {}, ['reserved-name']],
    [{ name: 'kubernetes' }, {}, []],
    [
      { name: 'fleet', environment: 'system' },
      { namespacePattern: 'kube-{environment}-{name}' },
      ['reserved-name'],
    ],
    [{ name: 'cert', environment: 'manager' }, {}, ['reserved-name']],
    [{ name: 'cert', environment: 'managers' }, {}, []],
    [{ name: 'internal' }, {}, ['reserved-name']],
    [{ name: 'internal-fleet' }, {}, ['reserved-name']],
    [{ name: 'internals' }, {}, []],
  ])('%j at %j: %j', (input, changes, rules) => {
    const target = { ...testTarget, ...changes };
    const answers = answersWith(input);
    const findings = judgeNames(answers, { target });
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
    expect(uselessSteps(judgeNames, answers, { target })).toEqual([]);
  });

  it('says by how much a name is too long', () => {
    const answers = answersWith({ ...long, environment: 'b'.repeat(9) });
    const [{ headline, nextSteps }] = judgeNames(answers, {});
    expect(headline).toMatch(/ is too long by 2$/);
    expect(nextSteps).toEqual([
      { label: 'Shorten the two names by 2 together' },
    ]);
  });
});
