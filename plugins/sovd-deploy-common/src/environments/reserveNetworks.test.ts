import { answersWith, testTarget } from '../__testUtils__/testAnswers';
import { parseAnswers } from './parseAnswers';
import { reserveNetworks } from './reserveNetworks';
import { validateEnvironment } from '../wizard/validateEnvironment';

const target = { ...testTarget, usedCidrs: ['10.1.0.0/16'] };
const away = { ...testTarget, name: 'away' };
const others = [
  { target: 'cloud', vpcCidr: '10.0.0.0/16' },
  { target: 'away', vpcCidr: '10.2.0.0/16' },
];
const input = {
  name: 'fleet',
  owner: 'group:default/platform',
  environment: 'dev',
  target: 'cloud',
};

describe('reserveNetworks', () => {
  const targets = reserveNetworks([target, away], others);

  it('adds the networks on a target to those that it uses', () => {
    expect(targets.map(({ usedCidrs }) => usedCidrs)).toEqual([
      ['10.1.0.0/16', '10.0.0.0/16'],
      ['10.2.0.0/16'],
    ]);
    expect(target.usedCidrs).toEqual(['10.1.0.0/16']);
  });

  it('lets the default be the first free one, and refuses one that is used', () => {
    expect(parseAnswers(input, targets).answers?.vpcCidr).toBe('10.2.0.0/16');
    const asked = { ...answersWith(input), vpcCidr: '10.0.0.0/20' };
    expect(validateEnvironment(asked, { targets })).toContainEqual(
      expect.objectContaining({
        rule: 'network-overlap',
        nextSteps: [
          expect.objectContaining({ set: { vpcCidr: '10.2.0.0/16' } }),
        ],
      }),
    );
  });
});
