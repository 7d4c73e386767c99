import fc from 'fast-check';
import { z } from 'zod/v4';
import { leastAnswers, testTarget } from '../__testUtils__/testAnswers';
import { findingSchema } from '../finding';
import { validateEnvironment } from './validateEnvironment';
import type { ValidationContext } from './validateEnvironment';

/** As the sandbox is: rolling only, and no monitoring. */
const sandbox = {
  ...testTarget,
  name: 'sandbox',
  title: 'Sandbox',
  engines: ['cloudformation' as const],
  strategies: ['rolling' as const],
  addOns: ['network-policy' as const],
};
const targets = [testTarget, sandbox];

function judge(answers: object, context: ValidationContext = { targets }) {
  const alertEmail = 'fleet@sovd.dev';
  return validateEnvironment(
    { ...leastAnswers, alertEmail, ...answers },
    context,
  );
}

const rulesOf = (...given: Parameters<typeof judge>) =>
  judge(...given).map(({ rule }) => rule);

describe('validateEnvironment', () => {
  it.each([{}, { target: 'sandbox' }])(
    'finds nothing wrong with %j',
    answers => {
      expect(judge(answers)).toEqual([]);
    },
  );

  it('refuses what is asked for against the target, not what is left out', () => {
    expect(rulesOf({ target: 'sandbox', monitoring: true })).toEqual([
      'add-on-monitoring',
    ]);
  });

  it('names everything that is wrong at once, with prices behind the remedies', () => {
    const answers = {
      environment: 'default',
      backendMax: 20,
      databaseClass: 'db.t3.medium',
      monthlyBudgetUsd: 100,
    };
    const findings = judge(answers);
    expect(findings.map(({ rule }) => rule)).toEqual([
      'reserved-name',
      'connection-budget',
      'budget',
    ]);
    expect(findings[1].nextSteps[1].label).toMatch(/^Or db.t3.large, \+\$\d+$/);
  });

  it('judges what can be read beside what can not', () => {
    expect(
      rulesOf({ name: 'Fleet', owner: undefined, nodesMax: 2, other: 1 }),
    ).toEqual(['shape', 'shape', 'shape', 'node-range', 'capacity']);
    expect(rulesOf({ nodesMax: 99, nodesMin: 5 })).toEqual(['shape']);
  });

  it.each([
    [{ target: 'moon' }, targets, ['target']],
    [{}, [], ['target']],
    // without targets, as in a repository's own pipeline
    [{ target: 'moon', monthlyBudgetUsd: 100 }, undefined, []],
    [{ target: 'moon', nodesMax: 2 }, undefined, ['node-range', 'capacity']],
  ])('%j with the targets %j: %j', (answers, known, rules) => {
    expect(rulesOf(answers, { targets: known })).toEqual(rules);
  });

  it('reckons with ends of support only when it knows the day', () => {
    expect(rulesOf({}, { targets, today: '2027-12-01' })).toEqual([
      'postgres-version',
    ]);
  });

  it('judges any input without throwing', () => {
    const keys = fc.constantFrom(
      'name',
      'target',
      'tier',
      'backendResources',
      'vehicleEndpoints',
      'vpcCidr',
      'backendMax',
      '__proto__',
      'constructor',
    );
    const anything = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true }),
      fc.dictionary(keys, fc.anything({ withBigInt: true })),
    );
    fc.assert(
      fc.property(anything, input => {
        const findings = validateEnvironment(input, { targets });
        expect(findings).not.toEqual([]);
        for (const finding of findings) findingSchema.parse(finding);
      }),
      { numRuns: 500 },
    );
  });

  it('judges any value in place of any answer without throwing', () => {
    const names = fc.constantFrom(
      ...Object.keys(leastAnswers),
      'domain',
      'approvers',
      'nodesMin',
      'vpcCidr',
      'backendResources',
      'vehicleEndpoints',
      'monthlyBudgetUsd',
      'alertEmail',
    );
    fc.assert(
      fc.property(names, fc.anything(), (field, value) => {
        const findings = judge({ [field]: value });
        expect(z.array(findingSchema).parse(findings)).toEqual(findings);
      }),
      { numRuns: 500 },
    );
  });

  it('is quick enough for each keystroke', () => {
    const answers = { backendMax: 50, monthlyBudgetUsd: 100, nodesMax: 2 };
    const times = Array.from({ length: 101 }, () => {
      const start = performance.now();
      judge(answers);
      return performance.now() - start;
    }).sort((one, other) => one - other);
    expect(times[50]).toBeLessThan(50);
  });
});
