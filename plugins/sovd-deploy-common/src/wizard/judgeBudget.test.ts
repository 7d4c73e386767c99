import fc from 'fast-check';
import { answersWith, testTarget } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import { priceBook } from '../costs/priceBook';
import type { AnswersInput } from '../environments/answers';
import { judgeEnvironment } from '../environments/judgeEnvironment';
import type { JudgeContext } from '../environments/JudgeContext';
import { estimateAt } from './estimateAt';
import { judgeBudget } from './judgeBudget';

const context = { target: testTarget };

function judge(input: AnswersInput, of: JudgeContext = context) {
  return judgeBudget(answersWith(input), of, priceBook);
}

const { baseline } = estimateAt(answersWith(), testTarget, priceBook);

describe('judgeBudget', () => {
  it.each([
    [Math.floor(baseline), 'budget', 'warning'],
    [Math.ceil(baseline), 'budget-near', 'info'],
    [Math.floor(baseline / 0.9), 'budget-near', 'info'],
    [Math.ceil(baseline / 0.9) + 1, undefined, undefined],
  ])('a budget of %i: %s', (monthlyBudgetUsd, rule, severity) => {
    expect(judge({ monthlyBudgetUsd })).toMatchObject(
      rule ? [{ rule, severity }] : [],
    );
  });

  it('says by how much, what that needs, and what would be enough', () => {
    const monthlyBudgetUsd = 600;
    const input = {
      monthlyBudgetUsd,
      natMode: 'per-zone',
      cacheNodeType: 'cache.t3.medium',
      nodesDesired: 4,
    } as const;
    const { baseline: wanted } = estimateAt(
      answersWith(input),
      testTarget,
      priceBook,
    );
    const [finding] = judge({
      ...input,
      monthlyBudgetUsd: Math.floor(wanted) - 30,
    });
    expect(finding.headline).toMatch(/^\$3[01] above the budget$/);
    expect(finding.cause).toMatch('asks nobody else for approval');
    expect(finding.nextSteps.map(({ set }) => set)).toEqual([
      { nodesDesired: 3 },
      { natMode: 'single' },
      { monthlyBudgetUsd: expect.any(Number) },
    ]);
  });

  it('puts savings together where none is enough by itself', () => {
    const input = {
      natMode: 'per-zone',
      nodeInstanceType: 't3.medium',
      nodesDesired: 4,
      cacheNodes: 2,
    } as const;
    const { baseline: wanted } = estimateAt(
      answersWith(input),
      testTarget,
      priceBook,
    );
    const [finding] = judge({
      ...input,
      monthlyBudgetUsd: Math.floor(wanted) - 110,
    });
    expect(finding.nextSteps[0].label).toMatch(', ');
    expect(finding.nextSteps[0].set).toMatchObject({ natMode: 'single' });
  });

  it('never saves by what another rule refuses', () => {
    const production = { tier: 'production', monthlyBudgetUsd: 100 } as const;
    const answers = answersWith(production);
    const [{ nextSteps }] = judgeBudget(answers, context, priceBook);
    for (const { set } of nextSteps) {
      expect(set).not.toHaveProperty('multiAz');
      expect(set).not.toHaveProperty('databaseClass');
    }
  });

  it('names the price that nobody knows', () => {
    const target = { ...testTarget, region: 'moon-1' };
    expect(judge({}, { target })).toMatchObject([
      {
        rule: 'price-unknown',
        severity: 'blocker',
        headline: 'Nobody can say what it costs: no price of moon-1',
      },
    ]);
  });

  it('judges nothing without a target, which decides on the prices', () => {
    expect(judge({ monthlyBudgetUsd: 100 }, {})).toEqual([]);
  });

  it('gives only advice that is enough, and that breaks no other rule', () => {
    const anySizes: fc.Arbitrary<AnswersInput> = fc.record({
      tier: fc.constantFrom('staging', 'production'),
      monthlyBudgetUsd: fc.integer({ min: 100, max: 2000 }),
      nodesDesired: fc.integer({ min: 1, max: 20 }),
      natMode: fc.constantFrom('single', 'per-zone'),
      databaseClass: fc.constantFrom('db.t3.medium', 'db.t3.large'),
      cacheNodes: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(anySizes, input => {
        const answers = answersWith(input);
        const judgeThis = (of: typeof answers) =>
          judgeBudget(of, context, priceBook);
        expect(uselessSteps(judgeThis, answers, context)).toEqual([]);
        const rules = new Set(
          judgeEnvironment(answers, context).map(({ rule }) => rule),
        );
        for (const { nextSteps } of judgeThis(answers)) {
          for (const { set } of nextSteps) {
            const after = answersWith({ ...input, ...set });
            for (const { rule, severity } of judgeEnvironment(after, context)) {
              expect(severity !== 'blocker' || rules.has(rule)).toBe(true);
            }
          }
        }
      }),
    );
  });
});
