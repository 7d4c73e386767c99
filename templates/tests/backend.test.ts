import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { freePort } from '@sovd/sandbox/src/__testUtils__/freePort.ts';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import {
  backendEnvironment,
  startPostgres,
  type TestPostgres,
} from './PostgresFixture.ts';
import {
  discard,
  hostileTexts,
  settings,
  stamp,
} from './StampedRepositoryFixture.ts';

let repository: string;
let postgres: TestPostgres | undefined;
let databaseUrl: string;
let programs: string;

before(async () => {
  repository = await stamp({ name: 'fleet', description: hostileTexts[2] });
  [postgres] = await Promise.all([
    startPostgres(30),
    backendEnvironment.run(settings),
  ]);
  databaseUrl = postgres.urlOf('postgres');
  programs = await backendEnvironment.programs(settings);
});
after(async () => {
  await postgres?.stop();
  await discard(repository);
});

/** A program of the Python environment, in the stamped backend. */
const run = (program: string, ...args: string[]) =>
  runProgram(path.join(programs, program), args, {
    cwd: path.join(repository, 'backend'),
    env: {
      PATH: `${programs}:/usr/bin:/bin`,
      LANG: 'C.UTF-8',
      DATABASE_URL: databaseUrl,
      PYTHONDONTWRITEBYTECODE: '1',
    },
    timeoutMs: 300_000,
  });

test('its own tests pass on a real PostgreSQL, none left out', async () => {
  const report = path.join(repository, 'report.xml');
  await run('pytest', '-p', 'no:cacheprovider', `--junitxml=${report}`);
  const [, errors, failures, skipped, tests] =
    /errors="(\d+)" failures="(\d+)" skipped="(\d+)" tests="(\d+)"/.exec(
      await readFile(report, 'utf8'),
    ) ?? [];
  assert.deepEqual([errors, failures, skipped], ['0', '0', '0']);
  assert.ok(Number(tests) >= 50, `only ${tests} tests ran`);
});

test('ruff and mypy find nothing', async () => {
  await run('ruff', 'check', '--no-cache', '.');
  await run('ruff', 'format', '--no-cache', '--check', '.');
  await run('mypy', '--no-incremental');
});

test('one head, and each migration goes up, down and up again', async () => {
  assert.match(await run('alembic', 'heads'), /^\w+ \(head\)\n$/);
  for (const args of [
    ['upgrade', 'head'],
    ['check'],
    ['downgrade', 'base'],
    ['upgrade', 'head'],
  ])
    await run('alembic', ...args);
  const report = JSON.parse(
    (await run('python', '-m', 'app.migrate', 'current')).trim(),
  );
  assert.deepEqual(report.current, report.heads);
});

test('the server of the production image starts, answers, and ends on SIGTERM', async () => {
  const port = await freePort();
  const args = [
    '--factory',
    'app.main:app',
    '--port',
    String(port),
    '--loop',
    'uvloop',
    '--http',
    'httptools',
  ];
  const child = spawn(path.join(programs, 'uvicorn'), args, {
    cwd: path.join(repository, 'backend'),
    env: {
      DATABASE_URL: databaseUrl,
      WEB_CONCURRENCY: '1',
      PYTHONDONTWRITEBYTECODE: '1',
    },
    stdio: 'ignore',
  });
  const exited = once(child, 'exit');
  const get = (where: string) => fetch(`http://127.0.0.1:${port}${where}`);
  for (const end = Date.now() + 30_000; ; ) {
    if (
      await get('/health/live').then(
        answer => answer.ok,
        () => false,
      )
    )
      break;
    assert.ok(
      Date.now() < end && child.exitCode === null,
      'the server did not start',
    );
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  assert.deepEqual(await (await get('/health/ready')).json(), {
    status: 'ok',
    database: 'at head',
    redis: 'unused',
  });
  assert.deepEqual(await (await get('/api/vehicles')).json(), []);
  const { info } = (await (await get('/openapi.json')).json()) as {
    info: object;
  };
  assert.deepEqual(
    { ...info, version: '' },
    { title: 'fleet', description: hostileTexts[2], version: '' },
  );
  child.kill('SIGTERM');
  await exited;
});
