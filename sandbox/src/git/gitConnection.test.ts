import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { writeSecret } from '../processes/writeSecret.ts';
import { gitConnection, gitFiles } from './gitConnection.ts';

test('URL and host agree, and the password is what the file holds', async t => {
  const settings = await testSettings(t, { git: 6004 });
  await writeSecret(gitFiles(settings).password, 'secret\n');
  const { url, host, password } = await gitConnection(settings);
  assert.equal(host, 'localhost:6004');
  assert.equal(new URL(url).host, host);
  assert.equal(password, 'secret');
});

test('all of its files lie in one folder of the state', async t => {
  const settings = await testSettings(t);
  const { folder, ...files } = gitFiles(settings);
  assert.ok(folder.startsWith(`${settings.state}/`));
  assert.ok(Object.values(files).every(file => file.startsWith(`${folder}/`)));
});
