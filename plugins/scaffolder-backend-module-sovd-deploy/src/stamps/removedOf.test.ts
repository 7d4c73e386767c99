import { removedOf } from './removedOf';

const sha256 = 'a'.repeat(64);

describe('removedOf', () => {
  it('goes on telling of what was removed, until it is there again', () => {
    const files = {
      'docs/old.md': { sha256, policy: 'removed' },
      'docs/back.md': { sha256, policy: 'removed' },
      Makefile: { sha256, policy: 'managed' },
    } as const;
    expect(removedOf({ files }, [{ path: 'docs/back.md' }])).toEqual({
      'docs/old.md': { sha256, policy: 'removed' },
    });
  });
});
