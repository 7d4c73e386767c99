import fc from 'fast-check';
import { answersWith, testTarget } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import type { AnswersInput } from './answers';
import { judgeConnectionBudget, maxConnections } from './judgeConnectionBudget';

const medium = { databaseClass: 'db.t3.medium' } as const;
const large = { databaseClass: 'db.t3.large' } as const;
const canary = { strategy: 'canary' } as const;
const small = { databasePoolSize: 12, databaseMaxOverflow: 6 };

it.each([
  ['db.t3.medium', 450],
  ['db.t3.large', 901],
] as const)('%s takes %i connections', (databaseClass, connections) => {
  expect(maxConnections(databaseClass)).toBe(connections);
});

describe('judgeConnectionBudget', () => {
  // (most pods + surge) × workers × (pool + overflow) + 20 ≤ 80 % of max_connections
  it.each<[AnswersInput, boolean]>([
    [{ ...medium, backendMax: 10 }, true],
    [{ ...medium, backendMax: 11 }, false],
    [{ ...large, backendMax: 20 }, true],
    [{ ...large, backendMax: 22 }, true],
    [{ ...large, backendMax: 23 }, false],
    [{ ...large, ...canary, backendMax: 20 }, false],
    [{ ...large, ...canary, ...small, backendMax: 20 }, true],
    [{ ...large, backendMax: 10, workers: 2 }, true],
    [{ ...large, backendMax: 11, workers: 2 }, false],
    // an odd most surges by the greater half: (5 + 3) × 42 + 20 = 356 ≤ 360
    [
      {
        ...medium,
        ...canary,
        backendMax: 5,
        databasePoolSize: 42,
        databaseMaxOverflow: 0,
      },
      true,
    ],
    [
      {
        ...medium,
        ...canary,
        backendMax: 5,
        databasePoolSize: 43,
        databaseMaxOverflow: 0,
      },
      false,
    ],
  ])('%j: %p', (input, fits) => {
    const findings = judgeConnectionBudget(answersWith(input), {});
    expect(findings.length === 0).toBe(fits);
  });

  it('says by how much, and what would help', () => {
    const answers = answersWith({ ...medium, backendMax: 15 });
    expect(judgeConnectionBudget(answers, {})).toEqual([
      {
        rule: 'connection-budget',
        severity: 'blocker',
        headline: '15 pods can use up all database connections',
        cause:
          'Each pod opens up to 30; together 500 with the 1 more of a release and 20 for others. db.t3.medium allows 450, of which 80 % are planned for.',
        nextSteps: [
          {
            label: 'At most 10 pods',
            set: { backendMin: 3, backendReplicas: 3, backendMax: 10 },
          },
          { label: 'Or db.t3.large', set: large },
        ],
        fields: [
          'backendMax',
          'databaseClass',
          'workers',
          'databasePoolSize',
          'databaseMaxOverflow',
          'strategy',
        ],
      },
    ]);
  });

  it.each<[AnswersInput, string[]]>([
    [
      { ...large, ...canary, backendMax: 20 },
      ['At most 15 pods', 'Or a pool of 12 with 6 more'],
    ],
    [
      { ...medium, backendMax: 10, workers: 2 },
      ['At most 4 pods', 'Or db.t3.large', 'Or one worker in each pod'],
    ],
    [
      { ...medium, backendMax: 1, workers: 16, databasePoolSize: 100 },
      ['Or one worker in each pod'],
    ],
  ])('offers for %j: %j', (input, labels) => {
    const [{ nextSteps }] = judgeConnectionBudget(answersWith(input), {});
    expect(nextSteps.map(({ label }) => label)).toEqual(labels);
  });

  it('offers no class that the target lacks', () => {
    const target = { ...testTarget, databaseClasses: ['db.t3.medium'] };
    const answers = answersWith({ ...medium, backendMax: 15 });
    const [{ nextSteps }] = judgeConnectionBudget(answers, { target });
    expect(nextSteps.map(({ label }) => label)).toEqual(['At most 10 pods']);
  });

  it('gives advice that is enough when it is followed', () => {
    fc.assert(
      fc.property(
        fc.record({
          databaseClass: fc.constantFrom('db.t3.medium', 'db.t3.large'),
          strategy: fc.constantFrom('rolling', 'canary'),
          backendMax: fc.integer({ min: 1, max: 50 }),
          workers: fc.integer({ min: 1, max: 16 }),
          databasePoolSize: fc.integer({ min: 1, max: 100 }),
          databaseMaxOverflow: fc.integer({ min: 0, max: 100 }),
        }),
        input =>
          expect(
            uselessSteps(judgeConnectionBudget, answersWith(input), {}),
          ).toEqual([]),
      ),
    );
  });
});
