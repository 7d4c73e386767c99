import fc from 'fast-check';
import { answersWith } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import type { AnswersInput } from './answers';
import { judgeRanges } from './judgeRanges';

const backend = (
  backendMin: number,
  backendReplicas: number,
  backendMax: number,
) => ({ backendMin, backendReplicas, backendMax });

describe('judgeRanges', () => {
  it.each<[AnswersInput, string[]]>([
    [backend(3, 3, 3), []],
    [backend(1, 2, 3), []],
    [backend(3, 2, 5), ['2 backend pods at the start are below 3']],
    [backend(3, 6, 5), ['6 backend pods at the start are above 5']],
    [backend(5, 5, 4), ['At least 5 backend pods are more than the 4 at most']],
    [{ nodesMin: 3, nodesDesired: 3, nodesMax: 3 }, []],
    [{ nodesMin: 4 }, ['3 nodes at the start are below 4']],
    [{ nodesDesired: 6 }, ['6 nodes at the start are above 5']],
    [{ nodesMax: 2 }, ['At least 3 nodes are more than the 2 at most']],
    [{ frontendReplicas: 6 }, ['6 frontend pods at the start are above 5']],
    [{ frontendReplicas: 5 }, []],
  ])('%j: %j', (input, headlines) => {
    const findings = judgeRanges(answersWith(input), {});
    expect(findings.map(({ headline }) => headline)).toEqual(headlines);
  });

  it('offers both ways out where there are two', () => {
    const [{ nextSteps }] = judgeRanges(answersWith(backend(3, 9, 5)), {});
    expect(nextSteps).toEqual([
      { label: 'Start with 5', set: { backendReplicas: 5 } },
      { label: 'Between 3 and 9', set: { backendMin: 3, backendMax: 9 } },
    ]);
  });

  it('gives advice that is enough when it is followed', () => {
    const count = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(count, count, count, (least, wanted, most) => {
        const answers = answersWith({
          ...backend(least, wanted, most),
          nodesMin: most,
          nodesDesired: least,
          nodesMax: wanted,
        });
        expect(uselessSteps(judgeRanges, answers, {})).toEqual([]);
      }),
    );
  });
});
