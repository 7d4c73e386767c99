import { toDrift } from './toDrift';

describe('toDrift', () => {
  const files = {
    'z.yaml': { sha256: 'z', policy: 'generated' },
    'edited.md': { sha256: 'one', policy: 'managed' },
    'missing.md': { sha256: 'two', policy: 'managed' },
    'app.py': { sha256: 'three', policy: 'seeded' },
    'old.md': { sha256: 'four', policy: 'removed' },
  } as const;

  it('names what is edited or missing, in order, and never the team’s own', () => {
    const sums = new Map([
      ['z.yaml', 'other'],
      ['edited.md', 'other'],
      ['app.py', 'other'],
      ['unknown', 'x'],
    ]);
    expect(toDrift({ files }, sums)).toEqual([
      { path: 'edited.md', policy: 'managed', state: 'edited' },
      { path: 'missing.md', policy: 'managed', state: 'missing' },
      { path: 'z.yaml', policy: 'generated', state: 'edited' },
    ]);
  });

  it('has nothing to name when all is as it was stamped', () => {
    const sums = new Map(
      Object.entries(files).map(([path, { sha256 }]) => [path, sha256]),
    );
    expect(toDrift({ files }, sums)).toEqual([]);
  });
});
