import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { writeSecret } from '../processes/writeSecret.ts';
import { postgresConnection, postgresFiles } from './connection.ts';

test('the administrator connects over loopback and trusts only the server’s own certificate', async t => {
  const settings = await testSettings(t, { postgres: 5999 });
  const files = postgresFiles(settings);
  await writeSecret(files.password, 'secret\n');
  await writeSecret(files.certificate, 'CERTIFICATE');
  const { user, ...connection } = await postgresConnection(settings, 'fleet');
  assert.deepEqual(connection, {
    host: '127.0.0.1',
    port: 5999,
    password: 'secret',
    database: 'fleet',
    ssl: { ca: 'CERTIFICATE' },
  });
});

test('before the part is prepared there is no connection', async t => {
  const settings = await testSettings(t);
  await assert.rejects(postgresConnection(settings), /ENOENT/);
});
