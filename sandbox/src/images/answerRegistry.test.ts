import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerRegistry } from './answerRegistry.ts';
import { digestOf } from './imageReference.ts';
import type { RepositoryTags } from './RepositoryTags.ts';
import { RepositoryUnknownError } from './RepositoryUnknownError.ts';

const commit = 'c0ffee'.padEnd(40, '0');
const asked: string[] = [];
const repository: RepositoryTags = {
  async tags(owner, name) {
    if (name === 'gone') throw new RepositoryUnknownError(owner, name);
    if (name === 'down') throw new Error('connection refused');
    return ['v1', 'v2', 'v3'];
  },
  async commit(owner, name, names) {
    asked.push(`${owner}/${name} ${names.join()}`);
    return /v1|c0ffee/.test(names.join()) ? commit : undefined;
  },
};
const get = (target: string) => answerRegistry('GET', target, repository);
const json = async (target: string) => {
  const { status, body } = await get(target);
  return { status, ...(JSON.parse(body) as { errors?: object[] }) };
};

test('the component is what stands behind the last hyphen', async () => {
  asked.length = 0;
  await get('/v2/sovd/my-big-fleet-backend/manifests/v1');
  assert.deepEqual(asked, ['sovd/my-big-fleet refs/tags/v1']);
});

test('a tag is asked for as a tag: a branch of that name is none', async () => {
  asked.length = 0;
  await get('/v2/sovd/fleet-backend/manifests/main');
  await get(`/v2/sovd/fleet-backend/manifests/sha-${commit}`);
  await get(`/v2/sovd/fleet-backend/manifests/${digestOf(commit)}`);
  assert.deepEqual(asked, [
    'sovd/fleet refs/tags/main',
    `sovd/fleet ${commit}`,
    `sovd/fleet ${commit}`,
  ]);
});

test('pages follow one another until there are no more', async () => {
  const { body, headers } = await get('/v2/sovd/fleet-backend/tags/list?n=2');
  assert.deepEqual(JSON.parse(body), {
    name: 'sovd/fleet-backend',
    tags: ['v1', 'v2'],
  });
  const next = /^<(.+)>; rel="next"$/.exec(headers.link)?.[1] ?? '';
  const last = await get(next);
  assert.deepEqual((JSON.parse(last.body) as { tags: string[] }).tags, ['v3']);
  assert.equal(last.headers.link, undefined);
});

test('a host that is down is no missing image', async () => {
  const missing = await json('/v2/sovd/gone-backend/tags/list');
  const down = await json('/v2/sovd/down-backend/tags/list');
  assert.deepEqual([missing.status, down.status], [404, 503]);
  assert.deepEqual(down.errors, [
    { code: 'UNAVAILABLE', message: 'connection refused' },
  ]);
});

test('no path leads out of the host’s repositories', async () => {
  asked.length = 0;
  for (const target of [
    '/v2/%2e%2e/host-backend/manifests/v1',
    '/v2/sovd/..%2f..%2fetc-backend/manifests/v1',
    '/v2/.hidden/fleet-backend/manifests/v1',
    '/v2/fleet/manifests/v1',
  ]) {
    assert.equal((await get(target)).status, 404, target);
  }
  assert.deepEqual(asked, []);
});

test('a target that can’t be decoded is no more than unknown', async () => {
  const { status } = await get('/v2/sovd/%E0%A4%A-backend/tags/list');
  assert.equal(status, 404);
});

test('it can only be read', async () => {
  for (const method of ['PUT', 'POST', 'PATCH', 'DELETE']) {
    const answer = await answerRegistry(method, '/v2/', repository);
    assert.equal(answer.status, 405, method);
  }
});
