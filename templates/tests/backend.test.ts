import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { postgresConnection } from '@sovd/sandbox/src/postgres/connection.ts';
import { postgresPart } from '@sovd/sandbox/src/postgres/postgresPart.ts';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { PythonEnvironment } from '@sovd/sandbox/src/python/PythonEnvironment.ts';
import { readSettings } from '@sovd/sandbox/src/settings.ts';
import {
  discard,
  hostileTexts,
  settings,
  stamp,
} from './StampedRepositoryFixture.ts';

const python = new PythonEnvironment({
  name: 'template',
  title: 'Python environment of the stamped backend',
  requirementsFile: ({ root }) =>
    path.join(root, 'templates/tests/requirements.txt'),
});

let repository: string;
let state: string;
let databaseUrl: string;
let programs: string;
let stop: () => Promise<void> = async () => undefined;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The sandbox's PostgreSQL on a port and with data of its own. */
async function startPostgres(): Promise<void> {
  state = await mkdtemp(path.join(tmpdir(), 'sovd-template-'));
  const own = readSettings(settings.root, {
    ...process.env,
    SOVD_SANDBOX_STATE: state,
    SOVD_SANDBOX_PORT_POSTGRES: String(await freePort()),
  });
  await postgresPart.prepare?.(own);
  const { program, args, env, cwd } = await postgresPart.command(own);
  const child = spawn(program, [...args], { cwd, env, stdio: 'ignore' });
  const exited = once(child, 'exit');
  stop = async () => {
    child.kill('SIGINT');
    await exited;
  };
  for (const end = Date.now() + 30_000; ; ) {
    if (await postgresPart.isReady(own).catch(() => false)) break;
    assert.equal(child.exitCode, null, 'PostgreSQL ended');
    assert.ok(Date.now() < end, 'PostgreSQL is not ready after 30 s');
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  const { user, password, host, port } = await postgresConnection(own);
  databaseUrl = `postgresql+asyncpg://${user}:${password}@${host}:${port}/postgres?ssl=require`;
}

before(async () => {
  repository = await stamp({ name: 'fleet', description: hostileTexts[2] });
  await Promise.all([python.run(settings), startPostgres()]);
  programs = await python.programs(settings);
});
after(async () => {
  await stop();
  await Promise.all([repository, state].map(discard));
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
