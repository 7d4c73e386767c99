import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { gitEnvironment } from '../git/GitMirrors.ts';
import { digestOf } from '../images/imageReference.ts';
import { runProgram } from '../processes/runProgram.ts';
import { ImagePullError, ImageSource } from './ImageSource.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sovd-source-'));
after(() => rmSync(folder, { recursive: true }));
const host = path.join(folder, 'host');
const bare = path.join(host, 'sovd', 'fleet.git');
const work = path.join(folder, 'work');
const name = 'localhost:15000/sovd/fleet-backend';
let commit: string;

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
const images = new ImageSource(
  [
    {
      repository: 'localhost:15000/{owner}/{name}-backend',
      git: `${pathToFileURL(host).href}/{owner}/{name}.git`,
      subdirectory: 'backend',
      workdir: '/app',
      entrypoint: [],
    },
  ],
  path.join(folder, 'cache'),
);

before(async () => {
  await git('init', '--quiet', '--bare', bare);
  await git('init', '--quiet', '--initial-branch=main', work);
  mkdirSync(path.join(work, 'backend'));
  writeFileSync(path.join(work, 'backend', 'app.py'), '');
  writeFileSync(path.join(work, 'backend', 'secret.txt'), '');
  writeFileSync(
    path.join(work, '.gitattributes'),
    'backend/secret.txt export-ignore\n',
  );
  await git('-C', work, 'add', '--all');
  await git('-C', work, 'commit', '--quiet', '--message=first');
  commit = (await git('-C', work, 'rev-parse', 'HEAD')).trim();
  await git('-C', work, 'tag', 'v1');
  await git('-C', work, 'push', '--quiet', bare, 'main', 'v1');
});

const resolve = (reference: string, policy = 'IfNotPresent') =>
  images.resolve(`${name}${reference}`, policy);

describe('an image is found', () => {
  const references: [string, () => string][] = [
    ['tag', () => ':v1'],
    ['commit', () => `:sha-${commit}`],
    ['short commit', () => `:${commit.slice(0, 7)}`],
    ['digest', () => `:anything@${digestOf(commit)}`],
  ];
  references.forEach(([kind, reference]) => {
    test(`by ${kind}`, async () => {
      const found = await resolve(reference());
      assert.equal(found.commit, commit);
      assert.equal(found.imageId, `${name}@${digestOf(commit)}`);
    });
  });

  test('while its host is away, unless it must be pulled always', async () => {
    renameSync(host, `${host}-away`);
    try {
      assert.equal((await resolve(':v1')).commit, commit);
      await assert.rejects(resolve(':v1', 'Always'), ImagePullError);
    } finally {
      renameSync(`${host}-away`, host);
    }
  });
});

test('its files are all of its folder', async () => {
  const into = path.join(folder, 'unpacked');
  await images.unpack(await resolve(':v1'), into);
  assert.deepEqual(readdirSync(into).sort(), ['app.py', 'secret.txt']);
  assert.equal(existsSync(`${into}.index`), false);
});

describe('what isn’t there is not found', () => {
  test('a tag, also one that was there', async () => {
    await assert.rejects(resolve(':v9'), {
      message: `failed to pull and unpack image "${name}:v9": failed to resolve reference "${name}:v9": ${name}:v9: not found`,
    });
    await git('-C', work, 'push', '--quiet', bare, 'main:refs/tags/moved');
    assert.equal((await resolve(':moved')).commit, commit);
    await git('-C', work, 'push', '--quiet', bare, ':refs/tags/moved');
    await assert.rejects(resolve(':moved'), /not found$/);
  });

  test('a repository of another registry, or of nobody', async () => {
    await assert.rejects(
      images.resolve('registry.example.com/a/b-backend:v1', undefined),
      /not found$/,
    );
    await assert.rejects(
      images.resolve('localhost:15000/sovd/nothing-backend:v1', undefined),
      ImagePullError,
    );
  });
});
