import assert from 'node:assert/strict';
import { appendFile, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { postgresFiles } from './connection.ts';
import { prepareCluster } from './prepareCluster.ts';

test('a cluster is made once and its port is taken up anew', async t => {
  const settings = await testSettings(t);
  const files = postgresFiles(settings);
  await prepareCluster(settings);
  const version = path.join(files.data, 'PG_VERSION');
  const access = await readFile(path.join(files.data, 'pg_hba.conf'), 'utf8');
  assert.doesNotMatch(access, /^\w.*\btrust$/m);
  for (const secret of [files.password, files.key]) {
    assert.equal((await stat(secret)).mode % 0o1000, 0o600, secret);
  }
  const kept = await Promise.all([
    readFile(files.password, 'utf8'),
    readFile(files.certificate, 'utf8'),
  ]);
  await appendFile(version, 'kept\n');

  const moved = { ...settings, ports: { ...settings.ports, postgres: 5999 } };
  await prepareCluster(moved);
  assert.match(await readFile(version, 'utf8'), /kept/);
  const again = [files.password, files.certificate];
  const texts = await Promise.all(again.map(file => readFile(file, 'utf8')));
  assert.deepEqual(texts, kept);
  const configuration = path.join(files.data, 'postgresql.auto.conf');
  assert.match(await readFile(configuration, 'utf8'), /port = '5999'/);

  // as if initdb had been cut short
  await rm(path.join(files.folder, 'complete'));
  await prepareCluster(settings);
  assert.doesNotMatch(await readFile(version, 'utf8'), /kept/);
});
