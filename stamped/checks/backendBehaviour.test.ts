import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { staging } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';
import { runScript } from '../scripts/runScript.ts';
import { startRedis } from '../scripts/StampedRedis.ts';
import {
  startPostgres,
  type StampedPostgres,
} from '../scripts/StampedPostgres.ts';

/** What the reference backend promises, by its own tests on a real PostgreSQL. */
let repository: string;
let postgres: StampedPostgres;
before(async () => {
  [repository, postgres] = await Promise.all([
    stampRepository(staging.answers),
    startPostgres(),
  ]);
});
after(async () => {
  await postgres?.stop();
  if (repository) await rm(repository, { recursive: true });
});

async function passes(
  files: readonly string[],
  environment: NodeJS.ProcessEnv = {},
) {
  const { code, text } = await runScript(
    path.join(repository, 'backend'),
    ['pytest', '-q', '-p', 'no:cacheprovider', ...files],
    {
      PATH: postgres.programs,
      DATABASE_URL: postgres.urlOf('postgres'),
      ...environment,
    },
  );
  assert.equal(code, 0, text);
  assert.match(text, /^\d+ passed/m);
  assert.doesNotMatch(text, /skipped/);
}

test('a line of the log is one JSON object by structlog, with the request’s id, and hides secrets [D023 R025]', () =>
  passes(['tests/test_logs.py', 'tests/test_correlation.py']));

test('a connection to the database that broke is opened again, and nobody who asks notices [R016]', () =>
  passes(['tests/test_database.py']));

test('a vehicle that was read comes from Redis, and without Redis from the database [R017]', async t => {
  const redis = await startRedis(path.join(repository, '.redis'));
  t.after(() => redis.stop());
  await passes(['tests/test_cache.py'], { TEST_REDIS_URL: redis.url });
});
