import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Databases, scopedName } from './Databases.ts';

test('a name is of its namespace, and fits into PostgreSQL', () => {
  assert.equal(scopedName('fleet-staging', 'app'), 'fleet-staging.app');
  const long = scopedName('fleet-staging', 'x'.repeat(80));
  const other = scopedName('fleet-staging', `${'x'.repeat(79)}y`);
  assert.equal(long.length, 63);
  assert.notEqual(long, other);
});

test('what is no connection URL stays as it is', async () => {
  // nobody listens there: a connection would be refused
  const databases = new Databases({
    ...{ host: '127.0.0.1', port: 1, user: 'u', password: 'p' },
    database: 'postgres',
    ssl: { ca: '' },
  });
  const env = { A: 'postgres', B: 'http://localhost/postgresql://' };
  assert.deepEqual(await databases.localize('fleet', env), env);
  await assert.rejects(
    databases.localize('fleet', { URL: 'postgresql://app:pw@rds/app' }),
    /ECONNREFUSED/,
  );
});
