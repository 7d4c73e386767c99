import fc from 'fast-check';
import { answersSchema } from './answers';
import type { Answers } from './answers';
import { judgeConnectionBudget } from './connectionBudget';

function answersWith(answers: Partial<Answers>): Answers {
  return answersSchema.parse({
    name: 'fleet',
    owner: 'group:default/platform',
    environment: 'staging',
    target: 'sandbox',
    ...answers,
  });
}

const judge = (
  databaseClass: Answers['databaseClass'],
  backendReplicas: number,
) => judgeConnectionBudget(answersWith({ databaseClass, backendReplicas }));

describe('judgeConnectionBudget', () => {
  // 4 GiB allow 450 connections: 80 % less 20 reserved are 11 pods, one of them for the surge.
  it.each([
    ['db.t3.medium', 10, true],
    ['db.t3.medium', 11, false],
    ['db.t3.large', 20, true],
  ] as const)('%s with %i pods: %p', (databaseClass, pods, fits) => {
    expect(judge(databaseClass, pods).length === 0).toBe(fits);
  });

  it('says by how much, and what would help', () => {
    expect(judge('db.t3.medium', 15)).toEqual([
      {
        rule: 'connection-budget',
        severity: 'blocker',
        headline: '15 pods can use up all database connections',
        cause:
          'Each pod opens up to 30; together 480 while a release rolls. db.t3.medium allows 450, of which 80 % are planned for.',
        nextSteps: [{ label: 'At most 10 pods' }, { label: 'Or db.t3.large' }],
        fields: ['backendReplicas', 'databaseClass'],
      },
    ]);
  });

  it('gives advice that is enough when it is followed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), pods => {
        const [finding] = judge('db.t3.medium', pods);
        fc.pre(finding !== undefined);
        const [fewer, larger] = finding.nextSteps.map(({ label }) => label);
        const most = Number(/\d+/.exec(fewer)?.[0]);
        expect(judge('db.t3.medium', most)).toEqual([]);
        expect(judge('db.t3.medium', most + 1)).not.toEqual([]);
        expect(larger).toBe('Or db.t3.large');
        expect(judge('db.t3.large', pods)).toEqual([]);
      }),
    );
  });
});
