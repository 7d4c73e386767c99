import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { GitFolder } from '../__testUtils__/GitFolder.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { GitRepositoryTags } from './GitRepositoryTags.ts';
import { RepositoryUnknownError } from './RepositoryUnknownError.ts';

test('each question sees what was pushed before it', async t => {
  const { state } = await testSettings(t);
  const host = path.join(state, 'host');
  const repository = await GitFolder.at(path.join(host, 'sovd', 'fleet.git'));
  const tags = new GitRepositoryTags(
    pathToFileURL(host).href,
    path.join(state, 'cache'),
  );
  const first = await repository.commit('first');
  assert.deepEqual(await tags.tags('sovd', 'fleet'), []);
  await repository.push('main:refs/tags/v1');
  assert.deepEqual(await tags.tags('sovd', 'fleet'), ['v1']);
  assert.equal(await tags.commit('sovd', 'fleet', ['v2', 'v1']), first);
  assert.equal(await tags.commit('sovd', 'fleet', ['v2']), undefined);
});

test('a repository that isn’t there, or no longer, is unknown', async t => {
  const { state } = await testSettings(t);
  const host = path.join(state, 'host');
  const bare = path.join(host, 'sovd', 'fleet.git');
  const tags = new GitRepositoryTags(
    pathToFileURL(host).href,
    path.join(state, 'cache'),
  );
  await assert.rejects(tags.tags('sovd', 'fleet'), RepositoryUnknownError);
  await GitFolder.at(bare);
  await tags.tags('sovd', 'fleet');
  await rename(bare, `${bare}.gone`);
  await assert.rejects(tags.tags('sovd', 'fleet'), RepositoryUnknownError);
});

test('a host that can’t be reached is another error', async t => {
  const { state } = await testSettings(t);
  const tags = new GitRepositoryTags('http://127.0.0.1:1', state);
  await assert.rejects(
    tags.tags('sovd', 'fleet'),
    error => !(error instanceof RepositoryUnknownError),
  );
});
