import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { benchSettings } from './benchSettings.ts';
import { PortalClient } from './PortalClient.ts';
import { registerFleet } from './registerFleet.ts';

test('every environment has a row of its own, as the portal writes it', async t => {
  const state = await mkdtemp(path.join(tmpdir(), 'sovd-fleet-'));
  t.after(() => rm(state, { recursive: true }));
  await mkdir(path.join(state, 'portal'));
  const file = path.join(state, 'portal', 'sovd-deploy.sqlite');
  const database = new DatabaseSync(file);
  database.exec(
    'create table environments (id text primary key, name text unique, application text, answers text, channel text unique)',
  );
  const client = new PortalClient('http://portal');
  t.mock.method(client, 'post', async () => {
    database.exec(
      `insert or ignore into environments values ('i', 'fleet-0001-staging', 'fleet-0001', '{"name":"fleet-0001"}', 'c')`,
    );
  });
  const settings = { ...benchSettings('/checkout', {}), state };
  await registerFleet(client, settings, 0, 3);
  await registerFleet(client, settings, 3, 5);
  const rows = database
    .prepare(
      'select name, application, answers from environments order by name',
    )
    .all()
    .map(row => Object.values(row).join(' '));
  database.close();
  assert.deepEqual(
    rows,
    [1, 2, 3, 4, 5].map(
      index =>
        `fleet-000${index}-staging fleet-000${index} {"name":"fleet-000${index}"}`,
    ),
  );
});
