import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { FakeSourceRepository } from '../environments/FakeSourceRepository';
import { CommitComparison } from './CommitComparison';

describe('CommitComparison', () => {
  const environment = proposeEnvironment();
  const place = { environments: [environment] };

  function setUp() {
    const sources = new FakeSourceRepository();
    const { repositoryUrl } = environment;
    const former = sources.push(repositoryUrl, { Makefile: 'before' });
    const commit = sources.push(repositoryUrl, { Makefile: 'after' });
    return { sources, stamp: { former, commit } };
  }

  it('compares the files of both commits, and leaves nothing behind', async () => {
    const { sources, stamp } = setUp();
    const folders: string[] = [];
    const read = async (folder: string) => {
      folders.push(folder);
      return readFile(path.join(folder, 'Makefile'), 'utf8');
    };
    const comparison = new CommitComparison({
      comparer: {
        compare: async (old, next, [{ name }]) =>
          `${name}: ${await read(old)} → ${await read(next)}`,
      },
      sources,
    });
    await expect(comparison.describe(place, stamp)).resolves.toBe(
      'fleet-staging: before → after',
    );
    expect(folders.map(existsSync)).toEqual([false, false]);
  });

  it('says why nothing is known, for the proposal stands by itself', async () => {
    const { sources, stamp } = setUp();
    const compare = async () => {
      throw new Error('No helm here');
    };
    const comparison = new CommitComparison({ comparer: { compare }, sources });
    await expect(comparison.describe(place, stamp)).resolves.toMatch(
      /could not be worked out: .*No helm here/,
    );
    const gone = { ...stamp, commit: '0'.repeat(40) };
    await expect(comparison.describe(place, gone)).resolves.toMatch(
      /could not be worked out: NotFoundError/,
    );
  });
});
