import { answersWith, testTarget } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import { judgeNetwork } from './judgeNetwork';

const target = { ...testTarget, usedCidrs: ['10.8.0.0/16', '192.168.0.0/20'] };

describe('judgeNetwork', () => {
  it.each([
    ['10.0.0.0/16', undefined, undefined],
    ['10.0.240.0/20', undefined, undefined],
    ['172.31.0.0/16', undefined, undefined],
    ['192.168.16.0/20', undefined, undefined],
    ['10.0.0.0/15', 'network-size', '10.0.0.0/16'],
    ['10.0.240.0/21', 'network-size', '10.0.0.0/16'],
    ['172.32.0.0/16', 'network-private', '10.0.0.0/16'],
    ['11.0.0.0/16', 'network-private', '10.0.0.0/16'],
    ['999.0.0.0/16', 'network-block', '10.0.0.0/16'],
    ['10.3.1.0/16', 'network-block', '10.3.0.0/16'],
    ['010.3.0.0/16', 'network-block', '10.3.0.0/16'],
    ['10.8.64.0/20', 'network-overlap', '10.0.0.0/16'],
    // the block that it lies in is used, so another one is proposed
    ['10.8.1.0/16', 'network-block', '10.0.0.0/16'],
    ['192.168.0.0/16', 'network-overlap', '10.0.0.0/16'],
  ])('%s: %s, better %s', (vpcCidr, rule, better) => {
    const answers = answersWith({ vpcCidr });
    const findings = judgeNetwork(answers, { target });
    expect(findings).toMatchObject(
      rule
        ? [
            {
              rule,
              severity: 'blocker',
              nextSteps: [
                { label: `Take ${better}`, set: { vpcCidr: better } },
              ],
            },
          ]
        : [],
    );
    expect(uselessSteps(judgeNetwork, answers, { target })).toEqual([]);
  });

  it('names both blocks that overlap', () => {
    const answers = answersWith({ vpcCidr: '10.8.64.0/20' });
    expect(judgeNetwork(answers, { target })[0].headline).toBe(
      '10.8.64.0/20 overlaps 10.8.0.0/16',
    );
  });

  it('proposes nothing where nothing is free', () => {
    const full = { ...testTarget, usedCidrs: ['10.0.0.0/8'] };
    const answers = answersWith({ vpcCidr: '10.0.0.0/16' });
    expect(judgeNetwork(answers, { target: full })[0].nextSteps).toEqual([
      { label: 'Choose a free block, such as 192.168.0.0/16' },
    ]);
  });
});
