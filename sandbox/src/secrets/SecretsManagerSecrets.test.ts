import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve } from '../__testUtils__/serve.ts';
import { SecretsManagerSecrets } from './SecretsManagerSecrets.ts';
import { SyncError } from './SyncError.ts';

test('text is returned as it is, bytes as text', async t => {
  const answers = [
    { SecretString: '{"password":"ä"}' },
    { SecretBinary: Buffer.from('raw').toString('base64') },
  ];
  const { url } = await serve(t, () => [200, answers.shift()]);
  const secrets = new SecretsManagerSecrets(url);
  assert.equal(
    await secrets.read('eu-west-1', { key: 'a' }),
    '{"password":"ä"}',
  );
  assert.equal(await secrets.read('eu-west-1', { key: 'b' }), 'raw');
});

test('a version is a stage, or an id; the current one when none is named', async t => {
  const { url, calls } = await serve(t, () => [200, { SecretString: '' }]);
  const secrets = new SecretsManagerSecrets(url);
  for (const version of [undefined, 'AWSPREVIOUS', 'uuid/123']) {
    await secrets.read('eu-west-1', { key: 'a', ...(version && { version }) });
  }
  assert.deepEqual(
    calls.map(({ body }) => JSON.parse(body) as object),
    [
      { SecretId: 'a', VersionStage: 'AWSCURRENT' },
      { SecretId: 'a', VersionStage: 'AWSPREVIOUS' },
      { SecretId: 'a', VersionId: '123' },
    ],
  );
});

test('each region is asked as itself', async t => {
  const { url, calls } = await serve(t, () => [200, { SecretString: '' }]);
  const secrets = new SecretsManagerSecrets(url);
  for (const region of ['eu-west-1', 'us-east-1']) {
    await secrets.read(region, { key: 'a' });
  }
  const scopes = calls.map(
    ({ headers }) =>
      /Credential=[^/]+\/\d+\/([^/]+)\//.exec(headers.authorization ?? '')?.[1],
  );
  assert.deepEqual(scopes, ['eu-west-1', 'us-east-1']);
});

test('what there is not, and what is refused, are told apart', async t => {
  let type = 'ResourceNotFoundException';
  const { url } = await serve(t, () => [
    400,
    { __type: type, message: 'no rights' },
  ]);
  const read = () =>
    new SecretsManagerSecrets(url).read('eu-west-1', { key: 'a' });
  await assert.rejects(read, (error: Error) => {
    assert.ok(error instanceof SyncError);
    assert.equal(error.message, 'Secret does not exist');
    return true;
  });
  type = 'AccessDeniedException';
  await assert.rejects(read, /^SyncError: Secrets Manager: no rights$/);
});
