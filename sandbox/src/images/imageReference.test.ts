import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import {
  commitOf,
  commitOfTag,
  digestOf,
  matchRepository,
  parseReference,
} from './imageReference.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';

describe('parseReference', () => {
  const repository = 'localhost:15000/sovd/fleet-backend';
  const cases = [
    ['', { repository, tag: 'latest' }],
    [':v1', { repository, tag: 'v1' }],
    [
      `@${digestOf(commit)}`,
      { repository, tag: 'latest', digest: digestOf(commit) },
    ],
    [
      `:v1@${digestOf(commit)}`,
      { repository, tag: 'v1', digest: digestOf(commit) },
    ],
  ] as const;
  for (const [suffix, expected] of cases) {
    test(`takes …${suffix} apart`, () => {
      assert.deepEqual(parseReference(`${repository}${suffix}`), expected);
    });
  }
});

describe('matchRepository', () => {
  const pattern = 'localhost:15000/{owner}/{name}-backend';

  test('captures words, also when they hold hyphens', () => {
    const repository = 'localhost:15000/sovd/fleet-backend-backend';
    assert.deepEqual(matchRepository(pattern, repository), {
      owner: 'sovd',
      name: 'fleet-backend',
    });
  });

  test('takes everything else literally', () => {
    for (const repository of [
      'localhost:15000/sovd/fleet-frontend',
      'localhost:15000/a/b/c-backend',
      'localhostx15000/sovd/fleet-backend',
    ]) {
      assert.equal(matchRepository(pattern, repository), undefined);
    }
  });
});

test('a digest leads back to its commit', () => {
  assert.match(digestOf(commit), /^sha256:[0-9a-f]{64}$/);
  assert.equal(commitOf(digestOf(commit)), commit);
});

test('other digests and tags name no commit', () => {
  assert.equal(commitOf(`sha256:${'a'.repeat(64)}`), undefined);
  assert.equal(commitOfTag(`sha-${commit}`), commit);
  for (const tag of [`sha-${commit.slice(1)}`, commit, 'v1']) {
    assert.equal(commitOfTag(tag), undefined);
  }
});
