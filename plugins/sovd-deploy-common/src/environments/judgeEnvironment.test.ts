import fc from 'fast-check';
import { answersWith, testTarget } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import { answersShape } from './answers';
import type { AnswersInput } from './answers';
import { judgeEnvironment } from './judgeEnvironment';
import type { Target } from './target';

const alertEmail = 'fleet@sovd.dev';

const bare = {
  ...testTarget,
  strategies: ['rolling' as const],
  addOns: [],
  availabilityZones: 2,
  usedCidrs: ['10.0.0.0/12'],
};

/** Answers of any kind within the form's own bounds. */
const anyAnswers: fc.Arbitrary<AnswersInput> = fc.record(
  {
    tier: fc.constantFrom('staging', 'production'),
    environment: fc.constantFrom('staging', 'default', 'kube-x', 'eu'),
    domain: fc.constantFrom('fleet.example.com', 'fleet.dev'),
    hostedZoneMode: fc.constantFrom('create', 'existing', 'manual'),
    hostedZoneId: fc.constant('Z0123456789'),
    engine: fc.constantFrom('cloudformation', 'terraform'),
    kubernetesVersion: fc.constantFrom('1.36', '1.30'),
    changeApproval: fc.boolean(),
    nodeInstanceType: fc.constantFrom('t3.medium', 't3.large'),
    nodesMin: fc.integer({ min: 1, max: 20 }),
    nodesDesired: fc.integer({ min: 1, max: 20 }),
    nodesMax: fc.integer({ min: 1, max: 20 }),
    availabilityZones: fc.integer({ min: 2, max: 3 }),
    natMode: fc.constantFrom('single', 'per-zone'),
    vpcCidr: fc.constantFrom('10.0.0.0/16', '8.8.8.0/20', '10.1.2.3/17'),
    databaseClass: fc.constantFrom('db.t3.medium', 'db.t3.large'),
    multiAz: fc.boolean(),
    databaseStorageGb: fc.integer({ min: 20, max: 1000 }),
    databaseMaxStorageGb: fc.integer({ min: 20, max: 2000 }),
    postgresVersion: fc.constantFrom('15', '16', '17', '18'),
    cacheNodes: fc.integer({ min: 1, max: 6 }),
    backendReplicas: fc.integer({ min: 1, max: 50 }),
    backendMin: fc.integer({ min: 1, max: 50 }),
    backendMax: fc.integer({ min: 1, max: 50 }),
    workers: fc.integer({ min: 1, max: 16 }),
    databasePoolSize: fc.integer({ min: 1, max: 100 }),
    vehicleConnectorEnabled: fc.boolean(),
    vehicleEndpoints: fc.constantFrom(
      [],
      ['a.test:1'],
      ['a.test:0', 'b:99999'],
    ),
    strategy: fc.constantFrom('rolling', 'canary'),
    monitoring: fc.boolean(),
    tracing: fc.boolean(),
    networkPolicy: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('judgeEnvironment', () => {
  it('takes staging as it is by default, whatever the target offers', () => {
    for (const target of [testTarget, bare]) {
      const answers = answersWith({ alertEmail }, target);
      expect(judgeEnvironment(answers, { target })).toEqual([]);
    }
  });

  it('keeps production waiting for approvals, a domain and a contact alone', () => {
    const answers = answersWith({ tier: 'production' });
    const findings = judgeEnvironment(answers, { target: testTarget });
    expect(
      findings
        .filter(({ severity }) => severity === 'blocker')
        .map(({ rule }) => rule),
    ).toEqual([
      'production-approval',
      'production-contact',
      'production-domain',
    ]);
  });

  it('judges nothing that has no effect where the cluster is shared', () => {
    const idle = {
      alertEmail,
      kubernetesVersion: '1.30',
      nodesMin: 2,
      nodesDesired: 1,
      nodesMax: 1,
      availabilityZones: 3,
    };
    const production = {
      tier: 'production',
      domain: 'fleet.dev',
      slackChannel: '#fleet',
    } as const;
    const rulesAt = (input: AnswersInput, target: Target) =>
      judgeEnvironment(answersWith(input, target), { target }).map(
        ({ rule }) => rule,
      );
    const own = { ...bare, usedCidrs: [] };
    const shared = { ...own, clusterMode: 'existing' as const };
    expect(rulesAt(idle, own)).toEqual([
      'kubernetes-version',
      'zones',
      'node-range',
      'capacity',
    ]);
    expect(rulesAt(idle, shared)).toEqual([]);
    expect(rulesAt({ ...idle, ...production }, own)).toEqual([
      'production-approval',
      'production-nodesMin',
      'production-availabilityZones',
      'kubernetes-version',
      'nat-gateway',
      'node-range',
      'capacity',
    ]);
    expect(rulesAt({ ...idle, ...production }, shared)).toEqual([
      'production-approval',
    ]);
  });

  it('gives no advice that another rule refuses, where production has too few zones', () => {
    const input = { tier: 'production', availabilityZones: 3 } as const;
    for (const availabilityZones of [2, 3]) {
      const answers = answersWith({ ...input, availabilityZones });
      const findings = judgeEnvironment(answers, { target: bare });
      const zones = findings
        .flatMap(({ nextSteps }) => nextSteps)
        .filter(({ set }) => set && 'availabilityZones' in set);
      expect(zones).toEqual([]);
      expect(findings.map(({ headline }) => headline)).toContain(
        "Cloud can't hold production",
      );
    }
  });

  it('gives only advice that is enough when it is followed', () => {
    fc.assert(
      fc.property(
        anyAnswers,
        fc.constantFrom(
          testTarget,
          bare,
          { ...bare, clusterMode: 'existing' as const },
          undefined,
        ),
        (input, target) => {
          const answers = answersWith(input);
          const context = { target, today: '2027-12-01' };
          expect(uselessSteps(judgeEnvironment, answers, context)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has a headline, a cause, a step and known fields for each finding', () => {
    fc.assert(
      fc.property(anyAnswers, input => {
        const context = { target: bare, today: '2027-12-01' };
        const findings = judgeEnvironment(answersWith(input), context);
        for (const { headline, cause, nextSteps, fields } of findings) {
          expect(headline).toMatch(/^\S.*[^.\s]$/);
          expect(cause).toMatch(/^\S.*\.$/);
          expect(nextSteps.length).toBeGreaterThan(0);
          expect(fields?.every(field => field in answersShape.shape)).toBe(
            true,
          );
        }
        const rules = findings.map(({ rule }) => rule);
        expect(new Set(rules).size).toBe(rules.length);
      }),
    );
  });
});
