import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { test } from 'node:test';
import { stubGitea } from '../__testUtils__/stubGitea.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { gitFiles } from './gitConnection.ts';
import { gitSecrets } from './gitSecrets.ts';

test('they are made once, kept in a secret file, and differ from one another', async t => {
  const settings = await testSettings(t);
  const gitea = await stubGitea(settings, 'echo made-by-gitea');
  const made = await gitSecrets(settings);
  assert.equal(made.internalToken, 'made-by-gitea');
  assert.equal(Buffer.from(made.signingKey, 'base64url').length, 32);
  assert.equal(new Set(Object.values(made)).size, 4);
  assert.deepEqual(await gitSecrets(settings), made);
  assert.equal((await gitea.calls()).length, 1);
  const { mode } = await stat(gitFiles(settings).secrets);
  assert.equal(mode % 0o1000, 0o600);
});

test('nothing is kept when Gitea can’t make its own', async t => {
  const settings = await testSettings(t);
  await stubGitea(settings, 'echo broken >&2; exit 1');
  await assert.rejects(gitSecrets(settings), /broken/);
  await assert.rejects(stat(gitFiles(settings).secrets), /ENOENT/);
});
