import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from 'pg';
import { runPostgres } from '../__testUtils__/runPostgres.ts';
import type { Settings } from '../settings.ts';
import { postgresConnection } from './connection.ts';
import { ensureDatabase } from './ensureDatabase.ts';

const NAME = 'git "host"';

async function query(settings: Settings, password: string, sql: string) {
  const admin = await postgresConnection(settings, NAME);
  const client = new Client({ ...admin, user: NAME, password });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

test('role and database are made once; a new password replaces the old, data stay', async t => {
  const settings = await runPostgres(t);
  await ensureDatabase(settings, NAME, "it's first");
  await query(settings, "it's first", 'CREATE TABLE kept AS SELECT 1 AS n');
  await ensureDatabase(settings, NAME, 'second');
  const rows = await query(settings, 'second', 'SELECT n FROM kept');
  assert.deepEqual(rows, [{ n: 1 }]);
  await assert.rejects(query(settings, "it's first", 'SELECT 1'), /password/);
});
