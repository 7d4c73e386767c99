import { judgeRepository } from './judgeRepository';

describe('judgeRepository', () => {
  it.each(['new', 'ours'] as const)('accepts one that is %s', state => {
    expect(judgeRepository('http://git/sovd/fleet', state)).toEqual([]);
  });

  it('refuses a foreign one and leads to it', () => {
    const [finding] = judgeRepository('http://git/sovd/fleet', 'foreign');
    expect(finding).toMatchObject({
      rule: 'repository-foreign',
      severity: 'blocker',
      fields: ['name'],
    });
    expect(finding.nextSteps[0].href).toBe('http://git/sovd/fleet');
  });
});
