import { answersWith, testTarget } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import type { AnswersInput } from './answers';
import { judgeTarget, judgeTargetName } from './judgeTarget';
import type { Target } from './target';

describe('judgeTarget', () => {
  it.each<[AnswersInput, Partial<Target>, string[]]>([
    [{}, {}, []],
    [{ engine: 'terraform' }, {}, []],
    [
      { engine: 'terraform' },
      { engines: ['cloudformation'] },
      ['target-engine'],
    ],
    [{ strategy: 'canary' }, { strategies: ['rolling'] }, ['target-strategy']],
    [{}, { strategies: [] }, ['target-strategy']],
    [
      { databaseClass: 'db.t3.large' },
      { databaseClasses: ['db.t3.medium'] },
      ['target-databaseClass'],
    ],
    [
      { workloadIdentity: 'pod-identity' },
      { workloadIdentities: ['irsa'] },
      ['target-workloadIdentity'],
    ],
    [{ kubernetesVersion: '1.35' }, {}, []],
    [{ kubernetesVersion: '1.30' }, {}, ['kubernetes-version']],
  ])('%j at a target with %j: %j', (input, changes, rules) => {
    const target = { ...testTarget, ...changes };
    const answers = answersWith(input);
    const findings = judgeTarget(answers, { target });
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
    expect(uselessSteps(judgeTarget, answers, { target })).toEqual([]);
  });

  it('names the unsupported version and those in support', () => {
    const answers = answersWith({ kubernetesVersion: '1.30' });
    expect(judgeTarget(answers, { target: testTarget })).toEqual([
      {
        rule: 'kubernetes-version',
        severity: 'blocker',
        headline: 'Kubernetes 1.30 is an unsupported version on Cloud',
        cause:
          'In standard support there: 1.36, 1.35. A version in extended support costs six times as much for the control plane.',
        nextSteps: [
          { label: 'Choose 1.36', set: { kubernetesVersion: '1.36' } },
          { label: 'Choose 1.35', set: { kubernetesVersion: '1.35' } },
        ],
        fields: ['target', 'kubernetesVersion'],
      },
    ]);
  });

  it('judges nothing without a target', () => {
    const answers = answersWith({ kubernetesVersion: '1.30' });
    expect(judgeTarget(answers, {})).toEqual([]);
  });
});

describe('judgeTargetName', () => {
  it('takes a configured one, and offers the configured ones else', () => {
    expect(judgeTargetName({ target: 'cloud' }, [testTarget])).toEqual([]);
    expect(judgeTargetName({ target: 'moon' }, [testTarget])).toMatchObject([
      {
        rule: 'target',
        headline: 'There is no target moon',
        nextSteps: [{ label: 'Choose cloud', set: { target: 'cloud' } }],
      },
    ]);
    expect(judgeTargetName({ target: 'moon' }, [])[0].cause).toMatch(
      'Configured: none.',
    );
  });
});
