import fc from 'fast-check';
import { answersWith, testTarget } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import type { AnswersInput } from './answers';
import { judgeCapacity } from './judgeCapacity';

const pods = (backendMax: number, cpu: string, memory = '256Mi') =>
  ({
    backendMax,
    backendResources: {
      requests: { cpu, memory },
      limits: { cpu: '4000m', memory: '8192Mi' },
    },
  } satisfies AnswersInput);

describe('judgeCapacity', () => {
  // ceil((most pods × request + 1.5 vCPU) / 1.93)
  it.each<[AnswersInput, number, boolean]>([
    [pods(20, '500m', '512Mi'), 6, true],
    [pods(20, '500m', '512Mi'), 5, false],
    [pods(10, '250m'), 3, true],
    [pods(10, '250m'), 2, false],
    // (17 × 250m + 1.5) / 1.93 = 2.98 and (18 × 250m + 1.5) / 1.93 = 3.11
    [pods(17, '250m'), 3, true],
    [pods(18, '250m'), 3, false],
    [{ ...pods(17, '250m'), nodeInstanceType: 't3.medium' }, 3, true],
    [{ ...pods(18, '250m'), nodeInstanceType: 't3.medium' }, 3, false],
    // memory decides: (10 × 1024 + 1536) / 3300 = 3.6, / 7100 = 1.7
    [{ ...pods(10, '50m', '1024Mi'), nodeInstanceType: 't3.medium' }, 4, true],
    [{ ...pods(10, '50m', '1024Mi'), nodeInstanceType: 't3.medium' }, 3, false],
    [pods(10, '50m', '1024Mi'), 2, true],
  ])('%j on at most %i nodes: %p', (input, nodesMax, fits) => {
    const answers = answersWith({ ...input, nodesMax });
    expect(judgeCapacity(answers, {}).length === 0).toBe(fits);
  });

  it('takes both tiers as they are by default', () => {
    for (const tier of ['staging', 'production'] as const) {
      expect(judgeCapacity(answersWith({ tier }), {})).toEqual([]);
    }
  });

  it('says how many nodes are needed, and what would help', () => {
    const answers = answersWith({ ...pods(20, '500m', '512Mi'), nodesMax: 5 });
    expect(judgeCapacity(answers, { target: testTarget })).toEqual([
      {
        rule: 'capacity',
        severity: 'blocker',
        headline: '20 pods need 6 nodes; at most 5 are asked for',
        cause:
          "Each pod asks for 500m and 512Mi, and the cluster's own pods for 1.5 vCPU; a t3.large leaves 1.93 vCPU and 7100 MiB to pods.",
        nextSteps: [
          { label: 'At most 6 nodes', set: { nodesMax: 6 } },
          {
            label: 'At most 16 pods',
            set: { backendMin: 3, backendReplicas: 3, backendMax: 16 },
          },
        ],
        fields: [
          'backendMax',
          'backendResources',
          'nodeInstanceType',
          'nodesMax',
        ],
      },
    ]);
  });

  it('leaves the nodes of a shared cluster to those who run it', () => {
    const target = { ...testTarget, clusterMode: 'existing' } as const;
    const answers = answersWith({ ...pods(50, '1000m'), nodesMax: 1 });
    expect(judgeCapacity(answers, { target })).toEqual([]);
    expect(judgeCapacity(answers, {})).toHaveLength(1);
  });

  it('gives advice that is enough when it is followed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 4000 }),
        fc.integer({ min: 1, max: 8192 }),
        fc.integer({ min: 1, max: 20 }),
        (most, cpu, memory, nodesMax) => {
          const answers = answersWith({
            ...pods(most, `${cpu}m`, `${memory}Mi`),
            nodesMax,
          });
          expect(uselessSteps(judgeCapacity, answers, {})).toEqual([]);
        },
      ),
    );
  });
});
