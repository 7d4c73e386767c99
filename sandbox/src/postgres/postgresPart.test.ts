import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { Client } from 'pg';
import { runPostgres } from '../__testUtils__/runPostgres.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { nobody } from '../processes/unprivileged.ts';
import { writeSecret } from '../processes/writeSecret.ts';
import { postgresConnection, postgresFiles } from './connection.ts';
import { postgresPart } from './postgresPart.ts';

test('it runs on its data, without root’s rights and without the person’s environment', async t => {
  const settings = await testSettings(t);
  const { folder, data, password } = postgresFiles(settings);
  await writeSecret(password, 'secret');
  const { program, args, env } = await postgresPart.command(settings);
  assert.deepEqual(args.slice(-2), ['-D', data]);
  assert.ok(data.startsWith(folder));
  assert.deepEqual(Object.keys(env).sort(), ['LC_ALL', 'PATH']);
  if (process.getuid?.() === 0) {
    assert.match(path.basename(program), /^(unshare|setpriv)$/);
    assert.ok(args.some(word => word.endsWith(`=${nobody}`)));
  }
});

test('a running server is ready, speaks TLS, and lets in nobody without the password', async t => {
  const settings = await runPostgres(t);
  assert.equal(await postgresPart.isReady(settings), true);
  const connection = await postgresConnection(settings);
  const stranger = new Client({ ...connection, password: 'guessed' });
  await assert.rejects(stranger.connect(), /password authentication failed/);
  const listens = new Client(connection);
  await listens.connect();
  const { rows } = await listens.query<{ ssl: boolean }>(
    'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
  );
  await listens.end();
  assert.deepEqual(rows, [{ ssl: true }]);
});
