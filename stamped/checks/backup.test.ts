import assert from 'node:assert/strict';
import {
  appendFile,
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { staging } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';
import { runScript } from '../scripts/runScript.ts';
import {
  startPostgres,
  type StampedPostgres,
} from '../scripts/StampedPostgres.ts';
import {
  redisPassword,
  startRedis,
  type StampedRedis,
} from '../scripts/StampedRedis.ts';

let folder: string;
let work: string;
let postgres: StampedPostgres;
const servers: StampedRedis[] = [];

before(async () => {
  [folder, postgres, work] = await Promise.all([
    stampRepository(staging.answers),
    startPostgres(),
    mkdtemp(path.join(tmpdir(), 'sovd-backup-')),
  ]);
});
after(async () => {
  await Promise.all(servers.map(server => server.stop()));
  await postgres.stop();
  await Promise.all([folder, work].map(one => rm(one, { recursive: true })));
});

const run = (command: [string, ...string[]], environment: NodeJS.ProcessEnv) =>
  runScript(folder, command, {
    PATH: `${work}:${postgres.programs}`,
    ...environment,
  });

const sql = async (database: string, text: string) => {
  const { code, text: out } = await run(
    [
      'bash',
      '-c',
      '. scripts/postgres.sh; use_database "$DATABASE_URL"; query "$1"',
      'sql',
      text,
    ],
    { DATABASE_URL: postgres.urlOf(database) },
  );
  assert.equal(code, 0, out);
  return out.trim();
};

test('backup.sh keeps database, Redis and audit logs and sends them to a bucket; restore.sh brings all of it back [R048 R065 R020]', async () => {
  // the client of S3 is pretended: what it is given ends in a folder
  await writeFile(
    path.join(work, 'aws'),
    '#!/bin/bash\nfrom=${*: -2:1}\nto=${*: -1}\nmkdir -p "$BUCKETS/${to#s3://}"\ncp -r "$from"/. "$BUCKETS/${to#s3://}"\n',
  );
  await chmod(path.join(work, 'aws'), 0o755);
  await sql('postgres', 'CREATE DATABASE live');
  await sql('postgres', 'CREATE DATABASE restored');
  const live = postgres.urlOf('live');
  const migrated = await runScript(
    path.join(folder, 'backend'),
    ['alembic', 'upgrade', 'head'],
    { PATH: postgres.programs, DATABASE_URL: live },
  );
  assert.equal(migrated.code, 0, migrated.text);
  await sql(
    'live',
    "INSERT INTO vehicle (vin, label) SELECT 'TEST' || lpad(n::text, 13, '0'), 'Ünïcode ' || n FROM generate_series(1, 500) n",
  );
  const redis = await startRedis(path.join(work, 'redis'));
  servers.push(redis);
  await redis.ask('SET', 'session:1', 'somebody');
  const audit = path.join(work, 'audit');
  await mkdir(audit);
  await writeFile(path.join(audit, 'audit.jsonl'), '{"event":"sign-in"}\n');

  const backup = path.join(work, 'kept');
  const kept = await run(
    [
      'scripts/backup.sh',
      '-o',
      backup,
      '-a',
      audit,
      '-b',
      'fleet-staging-backups',
    ],
    {
      DATABASE_URL: live,
      REDIS_URL: redis.url,
      BUCKETS: path.join(work, 'buckets'),
    },
  );
  assert.equal(kept.code, 0, kept.text);
  assert.ok(
    !kept.text.includes(redisPassword) && !kept.text.includes('p%40ss'),
    'a password is in the output',
  );
  const expected = [
    'SHA256SUMS',
    'audit.tar.gz',
    'database.dump',
    'redis.rdb',
    'rows.txt',
  ];
  assert.deepEqual((await readdir(backup)).sort(), expected);
  const dumps = path.join(work, 'buckets/fleet-staging-backups/dumps');
  const [time] = await readdir(dumps);
  assert.match(time, /^\d{8}T\d{6}Z$/);
  assert.deepEqual((await readdir(path.join(dumps, time))).sort(), expected);

  const data = path.join(work, 'redis-restored');
  await mkdir(data);
  const unpacked = path.join(work, 'audit-restored');
  const restored = await run(
    ['scripts/restore.sh', '-r', data, '-a', unpacked, path.join(dumps, time)],
    {
      DATABASE_URL: postgres.urlOf('restored'),
    },
  );
  assert.equal(restored.code, 0, restored.text);
  const content =
    'SELECT count(*), md5(string_agg(v::text, chr(10) ORDER BY id)) FROM vehicle v';
  assert.equal(await sql('restored', content), await sql('live', content));
  assert.equal(
    await sql('restored', 'SELECT version_num FROM alembic_version'),
    await sql('live', 'SELECT version_num FROM alembic_version'),
  );
  assert.match(
    await readFile(path.join(unpacked, 'audit.jsonl'), 'utf8'),
    /sign-in/,
  );
  const again = await startRedis(path.join(work, 'redis-restored'));
  servers.push(again);
  assert.equal(await again.ask('GET', 'session:1'), 'somebody');
});

test('restore.sh replaces tables only when told, and refuses a backup that was changed [R065]', async () => {
  const environment = { DATABASE_URL: postgres.urlOf('restored') };
  const backup = path.join(work, 'kept');
  const refused = await run(['scripts/restore.sh', backup], environment);
  assert.equal(refused.code, 1);
  assert.match(refused.text, /holds tables already/);
  await sql('restored', 'DELETE FROM vehicle WHERE id > 10');
  const forced = await run(['scripts/restore.sh', '-f', backup], environment);
  assert.equal(forced.code, 0, forced.text);
  assert.equal(await sql('restored', 'SELECT count(*) FROM vehicle'), '500');
  await appendFile(path.join(backup, 'database.dump'), 'x');
  const changed = await run(['scripts/restore.sh', '-f', backup], environment);
  assert.equal(changed.code, 1);
  assert.match(changed.text, /was changed/);
});

test('backup.sh needs a database, and never writes over a backup [R048]', async () => {
  assert.match((await run(['scripts/backup.sh'], {})).text, /set DATABASE_URL/);
  const again = await run(
    ['scripts/backup.sh', '-o', path.join(work, 'kept')],
    { DATABASE_URL: postgres.urlOf('live') },
  );
  assert.equal(again.code, 1);
  assert.match(again.text, /isn't empty/);
});
