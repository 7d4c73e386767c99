import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { GitFolder } from '../__testUtils__/GitFolder.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import {
  gitEnvironment,
  GitMirrors,
  isRepositoryMissing,
} from './GitMirrors.ts';

async function world(t: TestContext) {
  const { state } = await testSettings(t);
  const repository = await GitFolder.at(path.join(state, 'host', 'fleet.git'));
  const cache = path.join(state, 'cache');
  return {
    ...{ state, repository, cache },
    url: pathToFileURL(repository.bare).href,
    mirrors: new GitMirrors(cache),
  };
}

test('a copy is made once, however many ask at a time', async t => {
  const { repository, mirrors, url, cache } = await world(t);
  await repository.commit('first');
  const folders = await Promise.all([1, 2, 3].map(() => mirrors.folder(url)));
  assert.equal(new Set(folders).size, 1);
  assert.deepEqual(await readdir(cache), [path.basename(folders[0])]);
});

test('fetching follows tags that were added, moved and deleted', async t => {
  const { repository, mirrors, url } = await world(t);
  const first = await repository.commit('first');
  await repository.push('main:refs/tags/v1', 'main:refs/tags/old');
  const folder = await mirrors.folder(url);
  assert.deepEqual(await mirrors.tags(folder), ['old', 'v1']);
  assert.equal(await mirrors.commit(folder, ['refs/tags/v1']), first);
  const second = await repository.commit('second');
  await repository.push('main:refs/tags/v1', ':refs/tags/old');
  await mirrors.fetch(url);
  assert.deepEqual(await mirrors.tags(folder), ['v1']);
  assert.equal(await mirrors.commit(folder, ['refs/tags/v1']), second);
});

test('the first known name wins; a name is never taken for an option', async t => {
  const { repository, mirrors, url } = await world(t);
  const commit = await repository.commit('first');
  const folder = await mirrors.folder(url);
  assert.equal(await mirrors.commit(folder, ['nothing', 'main']), commit);
  assert.equal(await mirrors.commit(folder, ['--all', 'v9']), undefined);
});

test('a path is read as it is', async t => {
  const { repository, mirrors, cache } = await world(t);
  assert.equal(await mirrors.folder(repository.bare), repository.bare);
  await mirrors.fetch(repository.bare);
  await assert.rejects(readdir(cache), /ENOENT/);
});

test('a missing repository leaves nothing behind, and can be cloned once it is there', async t => {
  const { state, mirrors, cache } = await world(t);
  const bare = path.join(state, 'host', 'later.git');
  const url = pathToFileURL(bare).href;
  await assert.rejects(mirrors.folder(url), isRepositoryMissing);
  assert.deepEqual(await readdir(cache).catch(() => []), []);
  await (await GitFolder.at(bare)).commit('first');
  await mirrors.folder(url);
});

test('a host that can’t be reached is not a missing repository', async t => {
  const { mirrors } = await world(t);
  await assert.rejects(
    mirrors.folder('http://127.0.0.1:1/sovd/fleet.git'),
    error => !isRepositoryMissing(error),
  );
});

test('nothing of the person’s Git configuration has a say', async () => {
  const environment = gitEnvironment();
  assert.equal(environment.GIT_CONFIG_GLOBAL, '/dev/null');
  assert.equal(environment.GIT_TERMINAL_PROMPT, '0');
  assert.equal(environment.HOME, undefined);
});
