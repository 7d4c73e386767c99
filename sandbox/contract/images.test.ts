import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';

import { gitOrganization } from '../src/git/gitConnection.ts';
import { digestOf } from '../src/images/imageReference.ts';
import { MigratedRepository } from './jobs/MigratedRepository.ts';
import { RunningSandbox } from './RunningSandbox.ts';

const { settings } = new RunningSandbox();
let repository: MigratedRepository;

before(async () => {
  const name = `images-${randomBytes(3).toString('hex')}`;
  repository = await MigratedRepository.publish(settings, name);
});
after(() => repository.dispose());

const ask = (name: string, what: string) =>
  fetch(
    `http://localhost:${settings.ports.images}/v2/${gitOrganization}/${name}-backend/${what}`,
  );
const codeOf = async (answer: Response) => {
  const { errors } = (await answer.json()) as { errors: { code: string }[] };
  return `${answer.status} ${errors[0].code}`;
};

test('tags of the Git host are versions of the image', async () => {
  const answer = await ask(repository.name, 'tags/list');
  assert.deepEqual(await answer.json(), {
    name: `${gitOrganization}/${repository.name}-backend`,
    tags: ['v1', 'v2', 'v3', 'v4'],
  });
});

test('a tag and its commit have one digest', async () => {
  const commit = await repository.commit('v2');
  for (const reference of ['v2', `sha-${commit}`, digestOf(commit)]) {
    const answer = await ask(repository.name, `manifests/${reference}`);
    assert.equal(answer.status, 200, reference);
    assert.equal(answer.headers.get('docker-content-digest'), digestOf(commit));
  }
});

test('a tag that is pushed now is there now', async () => {
  const absent = await ask(repository.name, 'manifests/v5');
  assert.equal(await codeOf(absent), '404 MANIFEST_UNKNOWN');
  await repository.tag('v5', 'v4');
  assert.equal((await ask(repository.name, 'manifests/v5')).status, 200);
});

test('a commit that the host hasn’t is unknown', async () => {
  const answer = await ask(repository.name, `manifests/sha-${'0'.repeat(40)}`);
  assert.equal(await codeOf(answer), '404 MANIFEST_UNKNOWN');
});

test('a repository that the host hasn’t is unknown', async () => {
  const answer = await ask('nothing-of-the-kind', 'manifests/v1');
  assert.equal(await codeOf(answer), '404 NAME_UNKNOWN');
});
