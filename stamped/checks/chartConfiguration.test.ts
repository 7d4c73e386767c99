import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { at, type Manifest } from '@sovd/templates/tests/HelmFixture.ts';
import { pick, StampedChart, type Container } from '../chart/StampedChart.ts';
import { production, staging } from '../repository/matrix.ts';
import { runScript } from '../scripts/runScript.ts';
import { startPostgres } from '../scripts/StampedPostgres.ts';

let chart: StampedChart;
let live: StampedChart;
let defaults: Manifest[];
let released: Manifest[];
before(async () => {
  [chart, live] = await Promise.all([staging, production].map(StampedChart.of));
  [defaults, released] = await Promise.all([chart.defaults(), live.render()]);
});
after(() => Promise.all([chart.dispose(), live.dispose()]));

const configOf = (from: Manifest[]) =>
  from.find(
    ({ kind, metadata }) =>
      kind === 'ConfigMap' && metadata.name.endsWith('-config'),
  )?.data ?? {};

/** Variables of the backend as its process sees them: $(…) expanded as Kubernetes does, by what stands above. */
function environmentOf(from: Manifest[], secrets: Record<string, string>) {
  const workload = from.find(
    ({ kind, metadata }) =>
      /Deployment|Rollout/.test(kind) && metadata.name === 'backend-deployment',
  );
  const one = at(workload, 'spec.template.spec.containers.0') as Container;
  const known: Record<string, string> = { ...configOf(from) };
  for (const { name, value, valueFrom } of one.env ?? []) {
    const key = at(valueFrom, 'secretKeyRef.key') as string | undefined;
    known[name] = key
      ? secrets[key]
      : (value ?? '').replace(
          /\$\((\w+)\)/g,
          (whole, variable) => known[variable] ?? whole,
        );
  }
  return known;
}
const secrets = {
  'database-password': 'pa-ss_w.o~rd',
  'redis-password': 're-dis',
  'jwt-secret': 'jwt',
};

test('the ConfigMap has hosts, ports and levels, and nothing secret [H029 H041 H077 H095 H096]', () => {
  const config = configOf(released);
  for (const key of ['DATABASE_HOST', 'REDIS_HOST', 'LOG_LEVEL'])
    assert.ok(config[key], key);
  assert.equal(config.DATABASE_PORT, '5432');
  assert.equal(config.REDIS_PORT, '6379');
  assert.equal(config.CORS_ORIGINS, `https://${production.answers.domain}`);
  for (const key of Object.keys(config))
    assert.doesNotMatch(key, /PASSWORD|SECRET|TOKEN|_KEY$/);
});

test('the process sees the application’s variables with the seeds’ defaults [H076 H077]', () => {
  assert.deepEqual(
    Object.entries(environmentOf(defaults, secrets)).filter(([name]) =>
      /^(JWT_|LOG_LEVEL|CORS|DATABASE_URL|REDIS_URL)/.test(name),
    ),
    [
      ['CORS_ORIGINS', 'https://sovd.example.com'],
      ['JWT_ALGORITHM', 'HS256'],
      ['JWT_EXPIRATION_MINUTES', '15'],
      ['LOG_LEVEL', 'INFO'],
      [
        'DATABASE_URL',
        'postgresql+asyncpg://sovd_user:pa-ss_w.o~rd@db:5432/sovd?ssl=disable',
      ],
      ['REDIS_URL', 'redis://:re-dis@redis:6379/0'],
      ['JWT_SECRET', 'jwt'],
    ],
  );
});

test('in AWS both addresses ask for TLS [H078 H079 H115]', () => {
  const { DATABASE_URL, REDIS_URL } = environmentOf(released, secrets);
  assert.match(
    DATABASE_URL,
    /^postgresql\+asyncpg:\/\/sovd:pa-ss_w\.o~rd@[\w.-]+:5432\/fleet_staging\?ssl=require$/,
  );
  assert.match(REDIS_URL, /^rediss:\/\/:re-dis@[\w.-]+:6379\/0$/);
});

test('PostgreSQL takes the address as a pod sees it, over TLS [H078]', async t => {
  const postgres = await startPostgres();
  t.after(postgres.stop);
  const run = (url: string, ...command: [string, ...string[]]) =>
    runScript(live.repository, command, {
      PATH: postgres.programs,
      DATABASE_URL: url,
    });
  const administrator = postgres.urlOf('postgres');
  const made = await run(
    administrator,
    ...(['bash', '-c'] as const),
    `. scripts/postgres.sh; use_database "$DATABASE_URL"
     query "CREATE ROLE sovd LOGIN PASSWORD '${secrets['database-password']}'"
     query 'CREATE DATABASE fleet_staging OWNER sovd'`,
  );
  assert.equal(made.code, 0, made.text);
  const { hostname, port } = new URL(administrator);
  const from = await live.render({
    config: { database: { host: hostname, port } },
  });
  const { DATABASE_URL } = environmentOf(from, secrets);
  const { code, text } = await run(
    DATABASE_URL,
    ...(['bash', '-c'] as const),
    `cd backend && python - <<'PYTHON'
import asyncio
from sqlalchemy import text
from app.config import Settings
from app.database import create_engine

async def main() -> None:
    async with create_engine(Settings()).connect() as connection:
        print(*(await connection.execute(text(
            "SELECT current_user, current_database(), ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        ))).one())

asyncio.run(main())
PYTHON`,
  );
  assert.equal(code, 0, text);
  assert.equal(text.trim(), 'sovd fleet_staging True');
});

test('Redis without a password has no empty one in its address [H113]', async () => {
  const from = await chart.defaults({ config: { redis: { auth: false } } });
  assert.equal(environmentOf(from, secrets).REDIS_URL, 'redis://redis:6379/0');
  assert.equal(pick(from, 'Secret').data?.['redis-password'], '');
});

test('a worker has a pool of 20 and 10 more, and one worker a pod [H053 H069 R033]', async () => {
  const config = configOf(defaults);
  assert.deepEqual(
    [config.DB_POOL_SIZE, config.DB_MAX_OVERFLOW, config.WEB_CONCURRENCY],
    ['20', '10', '1'],
  );
  await assert.rejects(
    chart.defaults({ backend: { workers: 4 } }),
    /11 pods with 120 connections each and 20 more are 1340, but only 360/,
  );
});

test('the Secret of development holds placeholders under kebab-case names [H003 H042 H097 H098]', () => {
  const secret = pick(defaults, 'Secret');
  assert.equal(secret.metadata.name, 'fleet-staging-secrets');
  assert.equal(at(secret, 'type'), 'Opaque');
  assert.deepEqual(
    Object.entries(secret.data ?? {}).map(([key, value]) => [
      key,
      Buffer.from(value, 'base64').toString(),
    ]),
    [
      ['database-password', 'placeholder'],
      ['jwt-secret', 'placeholder'],
      ['redis-password', 'placeholder'],
    ],
  );
  const one = at(
    pick(defaults, 'Deployment', 'backend-deployment'),
    'spec.template.spec.containers.0',
  ) as Container;
  assert.deepEqual(
    one.env
      ?.filter(({ valueFrom }) => valueFrom)
      .map(({ name, valueFrom }) => [name, at(valueFrom, 'secretKeyRef.key')]),
    [
      ['DATABASE_PASSWORD', 'database-password'],
      ['REDIS_PASSWORD', 'redis-password'],
      ['JWT_SECRET', 'jwt-secret'],
    ],
  );
});

test('placeholders say what they are, and production refuses them [H030 H097]', async () => {
  const text = await readFile(
    path.join(chart.folder, 'templates/secrets.yaml'),
    'utf8',
  );
  assert.match(text, /# PLACEHOLDERS, for development only/);
  assert.match(text, /External\n# Secrets Operator/);
  await assert.rejects(
    live.render({ secrets: { mode: 'placeholder' } }),
    /secrets\.mode is "placeholder" in the tier "production": anybody could guess/,
  );
});

test('External Secrets can write the Secret that pods read, static or not [H021 M034]', async () => {
  const from = await chart.defaults({
    secrets: { mode: 'externalSecret', useDatabaseUrlKey: true },
  });
  const external = pick(from, 'ExternalSecret');
  assert.equal(external.apiVersion, 'external-secrets.io/v1');
  assert.equal(at(external, 'spec.target.name'), 'fleet-staging-secrets');
  assert.deepEqual(
    (at(external, 'spec.data') as { secretKey: string }[]).map(
      one => one.secretKey,
    ),
    ['database-password', 'jwt-secret', 'redis-password'],
  );
  assert.equal(pick(defaults, 'Secret').kind, 'Secret');
  assert.ok(!released.some(({ kind }) => /Secret$/.test(kind)));
});

test('the bootstrap asks for the very Secret that the release reads [H021]', async () => {
  const folder = 'infrastructure/k8s/bootstrap/production';
  const external = await live.read(`${folder}/external-secret.yaml`);
  assert.equal(external.apiVersion, 'external-secrets.io/v1');
  assert.equal(external.spec.target.name, 'sovd-webapp-secrets');
  assert.equal(external.metadata.namespace, live.release);
});
