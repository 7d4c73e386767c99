import fc from 'fast-check';
import type { AnswersInput } from '../environments/answers';
import type { Target } from '../environments/target';
import { validateEnvironment } from './validateEnvironment';

const target: Target = {
  name: 'sandbox',
  title: 'Sandbox',
  cluster: 'embedded',
  region: 'us-east-1',
  accountId: '123456789012',
  repositories: { type: 'gitea', host: 'localhost:15930', owner: 'sovd' },
  engines: ['cloudformation'],
  strategies: ['rolling'],
  databaseClasses: ['db.t3.medium'],
};

const valid: AnswersInput = {
  name: 'fleet',
  owner: 'group:default/platform',
  environment: 'staging',
  target: 'sandbox',
};

function judge(answers: object, targets = [target]) {
  return validateEnvironment({ ...valid, ...answers }, { targets });
}

describe('validateEnvironment', () => {
  it('finds nothing wrong with what is right', () => {
    expect(judge({})).toEqual([]);
  });

  it.each<[rule: string, answers: object, fields: string[], targets: Target[]]>(
    [
      ['shape', { name: 'Fleet' }, ['name'], [target]],
      ['shape', { namespace: 'kube-system' }, ['answers'], [target]],
      [
        'name-length',
        { name: 'a'.repeat(20), environment: 'b'.repeat(8) },
        ['name', 'environment'],
        [target],
      ],
      ['reserved-name', { environment: 'default' }, ['environment'], [target]],
      ['reserved-name', { environment: 'kube-x' }, ['environment'], [target]],
      ['reserved-name', { name: 'kube-fleet' }, ['environment'], [target]],
      ['target', { target: 'moon' }, ['target'], [target]],
      ['target', {}, ['target'], []],
      [
        'target-engine',
        {},
        ['target', 'engine'],
        [{ ...target, engines: ['terraform'] }],
      ],
      [
        'target-strategy',
        {},
        ['target', 'strategy'],
        [{ ...target, strategies: [] }],
      ],
      [
        'target-databaseClass',
        { databaseClass: 'db.t3.large' },
        ['target', 'databaseClass'],
        [target],
      ],
      [
        'connection-budget',
        { backendReplicas: 20 },
        ['backendReplicas', 'databaseClass'],
        [target],
      ],
    ],
  )('refuses by the rule %s: %j', (rule, answers, fields, targets) => {
    const findings = judge(answers, targets);
    expect(findings.map(finding => finding.rule)).toEqual([rule]);
    const [finding] = findings;
    expect(finding).toMatchObject({ severity: 'blocker', fields });
    expect(finding.cause).not.toBe('');
    expect(finding.nextSteps.length).toBeGreaterThan(0);
  });

  it.each([
    [{ name: 'a'.repeat(20), environment: 'b'.repeat(7) }],
    [{ name: 'kubernetes' }],
    [{ environment: 'defaults' }],
  ])('takes %j, which is just within the rules', answers => {
    expect(judge(answers)).toEqual([]);
  });

  it('names everything that is wrong at once', () => {
    const answers = {
      environment: 'default',
      backendReplicas: 20,
      target: 'moon',
    };
    expect(judge(answers).map(({ rule }) => rule)).toEqual([
      'reserved-name',
      'target',
      'connection-budget',
    ]);
  });

  it('lists what a target offers instead', () => {
    const [finding] = judge({ databaseClass: 'db.t3.large' });
    expect(finding).toMatchObject({
      headline: "Sandbox doesn't offer db.t3.large",
      nextSteps: [{ label: 'Choose db.t3.medium' }],
    });
  });

  it('judges any input without throwing', () => {
    fc.assert(
      fc.property(fc.anything(), input => {
        expect(validateEnvironment(input, { targets: [target] })).not.toEqual(
          [],
        );
      }),
    );
  });
});
