import { isProposalBranch, proposalBranch } from './proposalBranch';

describe('proposalBranch', () => {
  it('is named after what the proposal brings', () => {
    const branches = [
      proposalBranch({ kind: 'environment', environment: 'staging-2' }),
      proposalBranch({ kind: 'template', version: '1.0.0-rc.1' }),
    ];
    expect(branches).toEqual([
      'sovd/add-env-staging-2',
      'sovd/template-1.0.0-rc.1',
    ]);
    expect(branches.every(isProposalBranch)).toBe(true);
    expect(isProposalBranch('sovd/fix-template-1.0.0')).toBe(false);
    expect(isProposalBranch('sovd-template/base')).toBe(false);
  });

  it.each(['', '../main', 'a..b', 'a b', 'Staging', 'a--b', 'x'.repeat(40)])(
    'refuses the environment %j',
    environment => {
      expect(() =>
        proposalBranch({ kind: 'environment', environment }),
      ).toThrow(/can't be an environment/);
    },
  );

  it.each(['', '1', 'v1.0.0', '1.0.0+build', 'latest', '1.0.0/..'])(
    'refuses the version %j',
    version => {
      expect(() => proposalBranch({ kind: 'template', version })).toThrow(
        /isn't a semantic version/,
      );
    },
  );
});
