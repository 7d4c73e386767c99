import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { gitEnvironment } from '../git/GitMirrors.ts';
import { runProgram } from '../processes/runProgram.ts';
import { GitRepositoryTags } from './GitRepositoryTags.ts';
import { digestOf } from './imageReference.ts';
import { startImageRegistry } from './ImageRegistry.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sovd-images-'));
const host = path.join(folder, 'host');
const work = path.join(folder, 'work');
const base = '/v2/sovd/fleet-backend';
let server: Server;
let first: string;
let second: string;

const git = (...args: string[]) =>
  runProgram('git', args, {
    env: {
      ...gitEnvironment(),
      GIT_AUTHOR_NAME: 'team',
      GIT_AUTHOR_EMAIL: 'team@example.com',
      GIT_COMMITTER_NAME: 'team',
      GIT_COMMITTER_EMAIL: 'team@example.com',
    },
  });
const commit = async (message: string) => {
  await git('-C', work, 'commit', '--quiet', '--allow-empty', '-m', message);
  return (await git('-C', work, 'rev-parse', 'HEAD')).trim();
};
const push = (...what: string[]) =>
  git('-C', work, 'push', '--quiet', `${host}/sovd/fleet.git`, ...what);

before(async () => {
  await git('init', '--quiet', '--bare', `${host}/sovd/fleet.git`);
  await git('init', '--quiet', '--initial-branch=main', work);
  first = await commit('first');
  await git('-C', work, 'tag', 'v1');
  second = await commit('second');
  await git('-C', work, 'tag', '--annotate', '--message=v2', 'v2');
  await push('main', '--tags');
  const cache = path.join(folder, 'cache');
  server = await startImageRegistry(
    0,
    new GitRepositoryTags(pathToFileURL(host).href, cache),
  );
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (target: string, method = 'GET') => {
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${target}`, { method });
};
const errorCode = async (answer: Response) => {
  const { errors } = (await answer.json()) as { errors: { code: string }[] };
  return `${answer.status} ${errors[0].code}`;
};

test('says that it is a registry', async () => {
  const answer = await ask('/v2/');
  assert.equal(answer.status, 200);
  assert.equal(
    answer.headers.get('docker-distribution-api-version'),
    'registry/2.0',
  );
});

describe('tags', () => {
  test('are those of the Git repository', async () => {
    const answer = await ask(`${base}/tags/list`);
    assert.deepEqual(await answer.json(), {
      name: 'sovd/fleet-backend',
      tags: ['v1', 'v2'],
    });
  });

  test('come in pages', async () => {
    const answer = await ask(`${base}/tags/list?n=1`);
    assert.deepEqual(((await answer.json()) as { tags: string[] }).tags, [
      'v1',
    ]);
    const [, next = ''] =
      /^<(.+)>; rel="next"$/.exec(answer.headers.get('link') ?? '') ?? [];
    const rest = await ask(next);
    assert.deepEqual(((await rest.json()) as { tags: string[] }).tags, ['v2']);
    assert.equal(rest.headers.get('link'), null);
  });
});

describe('a manifest', () => {
  const cases: [string, () => string, () => string][] = [
    ['tag', () => 'v1', () => first],
    ['annotated tag', () => 'v2', () => second],
    ['commit', () => `sha-${first}`, () => first],
    ['digest', () => digestOf(second), () => second],
  ];
  for (const [kind, reference, expected] of cases) {
    test(`is found by ${kind}`, async () => {
      const answer = await ask(`${base}/manifests/${reference()}`);
      assert.equal(answer.status, 200);
      assert.equal(
        answer.headers.get('docker-content-digest'),
        digestOf(expected()),
      );
      const manifest = (await answer.json()) as {
        mediaType: string;
        annotations: Record<string, string>;
      };
      assert.equal(manifest.mediaType, answer.headers.get('content-type'));
      assert.equal(
        manifest.annotations['org.opencontainers.image.revision'],
        expected(),
      );
    });
  }

  test('has the same headers and no body for HEAD', async () => {
    const whole = await ask(`${base}/manifests/v1`);
    const head = await ask(`${base}/manifests/v1`, 'HEAD');
    for (const header of ['content-length', 'docker-content-digest']) {
      assert.equal(head.headers.get(header), whole.headers.get(header));
    }
    assert.equal(await head.text(), '');
  });

  test('is there as soon as a tag is pushed, and gone with it', async () => {
    await push('main:refs/tags/v3');
    assert.equal((await ask(`${base}/manifests/v3`)).status, 200);
    await push(':refs/tags/v3');
    assert.equal(
      await errorCode(await ask(`${base}/manifests/v3`)),
      '404 MANIFEST_UNKNOWN',
    );
  });
});

describe('what there isn’t', () => {
  const unknown = 'f'.repeat(40);
  for (const reference of ['v9', `sha-${unknown}`, digestOf(unknown)]) {
    test(`${reference} is MANIFEST_UNKNOWN`, async () => {
      assert.equal(
        await errorCode(await ask(`${base}/manifests/${reference}`)),
        '404 MANIFEST_UNKNOWN',
      );
    });
  }

  for (const target of [
    '/v2/sovd/nothing-backend/tags/list',
    '/v2/sovd/nothing-backend/manifests/v1',
    '/v2/../host-backend/tags/list',
    '/v2/fleet/manifests/v1',
  ]) {
    test(`${target} is NAME_UNKNOWN`, async () => {
      assert.equal(await errorCode(await ask(target)), '404 NAME_UNKNOWN');
    });
  }

  test('it can’t be written to', async () => {
    assert.equal(
      await errorCode(await ask(`${base}/manifests/v1`, 'PUT')),
      '405 UNSUPPORTED',
    );
  });
});
