import { toRemoteHeads } from './toRemoteHeads';

const head = 'a'.repeat(40);
const base = 'b'.repeat(40);

describe('toRemoteHeads', () => {
  it('reads the default branch and the branches that are there', () => {
    const text = [
      'ref: refs/heads/team/main\tHEAD',
      `${head}\tHEAD`,
      `${base}\trefs/heads/sovd-template/base`,
      '',
    ].join('\n');
    expect(toRemoteHeads(text)).toEqual({
      defaultBranch: 'team/main',
      head,
      branches: new Map([['sovd-template/base', base]]),
    });
  });

  it.each(['', `${head}\tHEAD\n`, 'ref: refs/heads/main\tHEAD\n'])(
    'finds no default branch in %j',
    text => {
      expect(toRemoteHeads(text)).toBeUndefined();
    },
  );
});
