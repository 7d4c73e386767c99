import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { postgresFiles } from '../postgres/connection.ts';
import { writeSecret } from '../processes/writeSecret.ts';
import { readRunnerConfig } from './RunnerConfig.ts';

test('an image of the sandbox’s registry stands for a repository of its Git host', async t => {
  const settings = await testSettings(t, { git: 6004, images: 6008 });
  const files = postgresFiles(settings);
  await writeSecret(files.password, 'secret');
  await writeSecret(files.certificate, 'CERTIFICATE');
  const config = await readRunnerConfig(settings);
  const [{ repository, git, subdirectory }] = config.images;
  assert.equal(repository, 'localhost:6008/{owner}/{name}-backend');
  assert.equal(git, 'http://localhost:6004/{owner}/{name}.git');
  assert.equal(subdirectory, 'backend');
  assert.ok(config.workFolder.startsWith(`${settings.state}/`));
  assert.ok(config.toolPath[0].startsWith(settings.cache));
  assert.equal(config.postgres.password, 'secret');
});

test('before PostgreSQL is prepared there is nothing to run with', async t => {
  await assert.rejects(readRunnerConfig(await testSettings(t)), /ENOENT/);
});
