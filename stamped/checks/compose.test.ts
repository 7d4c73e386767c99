import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { staging } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';

/** A service of Compose, as far as the checks look into it. */
interface Service {
  image: string;
  build?: string | { context: string; dockerfile: string };
  command?: string[];
  environment?: Record<string, string | number | null>;
  ports?: string[];
  volumes?: string[];
  profiles?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  read_only?: boolean;
  cap_drop?: string[];
}
interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, null>;
}

const files = ['docker-compose.yml', 'docker-compose.prod.yml'];
let folder: string;
const texts: Record<string, string> = {};
const composes: Record<string, Compose> = {};
const read = (file: string) => readFile(path.join(folder, file), 'utf8');

before(async () => {
  folder = await stampRepository(staging.answers);
  for (const file of files) {
    texts[file] = await read(file);
    composes[file] = parse(texts[file], { merge: true, strict: true });
  }
});
after(() => rm(folder, { recursive: true }));

const services = (file: string) => Object.entries(composes[file].services);
const service = (file: string, name: string) => composes[file].services[name];
/** Name and value of each variable of .env.example, in its order. */
const example = async () =>
  [...(await read('.env.example')).matchAll(/^(\w+)=(.*)$/gm)].map(
    ([, name, value]) => [name, value] as const,
  );
/** Variables that a class of backend/app/config.py reads. */
async function settingsOf(name: string): Promise<string[]> {
  const [, body] = (await read('backend/app/config.py')).split(
    `class ${name}(BaseSettings):\n`,
  );
  const end = body.search(/^\S/m);
  return [...body.slice(0, end).matchAll(/^ {4}(?!_)(\w+): /gm)].map(
    ([, field]) => field.toUpperCase(),
  );
}

test('six services start by themselves, under the names and ports that the guides use [H080 H082 D004]', () => {
  const started = services('docker-compose.yml').filter(
    ([, { profiles }]) => !profiles,
  );
  assert.deepEqual(
    Object.fromEntries(started.map(([name, { ports }]) => [name, ports])),
    {
      db: ['127.0.0.1:5432:5432'],
      redis: ['127.0.0.1:6379:6379'],
      backend: ['127.0.0.1:8000:8000'],
      frontend: ['127.0.0.1:3000:3000'],
      prometheus: ['127.0.0.1:9090:9090'],
      grafana: ['127.0.0.1:3001:3000'],
    },
  );
});

test('tracing, alerting and the connector come by a profile [T022 T023 R029]', () => {
  assert.deepEqual(
    services('docker-compose.yml').flatMap(([name, { profiles }]) =>
      profiles ? [[name, ...profiles]] : [],
    ),
    [
      ['vehicle-connector', 'connector'],
      ['jaeger', 'tracing'],
      ['alertmanager', 'alerting'],
    ],
  );
});

test('while one develops, page and API reload from the mounted sources [R003 D004]', async () => {
  const backend = service('docker-compose.yml', 'backend');
  assert.equal(backend.build, 'backend');
  assert.match(backend.command?.[2] ?? '', / --reload$/);
  assert.ok(backend.volumes?.includes('./backend/app:/app/app:ro'));
  const frontend = service('docker-compose.yml', 'frontend');
  assert.equal(frontend.build, 'frontend');
  assert.ok(frontend.volumes?.includes('./frontend/src:/app/src:ro'));
  assert.match(await read('frontend/Dockerfile'), /^CMD .*"run", "dev"/m);
  // in its container the page's server reaches the API by the name of the service
  assert.deepEqual(frontend.environment, {
    BACKEND_URL: 'http://backend:8000',
  });
  assert.match(
    await read('frontend/vite.config.ts'),
    /process\.env\.BACKEND_URL \?\? 'http:\/\/localhost:8000'/,
  );
});

test('PostgreSQL 15 and Redis 7; every other image has a version [R003 T022]', () => {
  for (const file of files) {
    assert.equal(service(file, 'db').image, 'postgres:15');
    assert.equal(service(file, 'redis').image, 'redis:7');
    for (const [name, { image, build }] of services(file)) {
      const tag = image.split(':')[1];
      if (build) assert.match(tag, /^(dev|prod)$/, name);
      else assert.match(tag ?? '', /^v?\d+(\.\d+)*$/, name);
    }
  }
});

test('whoever is waited for says when it is healthy, and each waits for what it needs [R003 H081]', () => {
  for (const file of files) {
    for (const [name, { depends_on: needs }] of services(file)) {
      for (const [needed, { condition }] of Object.entries(needs ?? {})) {
        const other = service(file, needed);
        assert.ok(other, `${file}: ${name} waits for ${needed}`);
        if (condition === 'service_completed_successfully') {
          assert.deepEqual(other.command, ['python', '-m', 'app.migrate']);
          continue;
        }
        assert.equal(condition, 'service_healthy', `${name}: ${needed}`);
        assert.ok(other.healthcheck, `${file}: ${needed}`);
        assert.equal(other.profiles, undefined, needed);
      }
    }
    const needs = (name: string) =>
      Object.keys(service(file, name).depends_on ?? {});
    assert.deepEqual(needs('frontend'), ['backend']);
    assert.deepEqual(needs('backend').slice(0, 2), ['db', 'redis']);
    assert.match(
      JSON.stringify(service(file, 'backend').healthcheck),
      /\/health\/ready/,
    );
  }
});

test('what is mounted is there: files of the repository, or a volume with a name [R003 R046]', () => {
  for (const file of files) {
    for (const [name, { volumes = [], build }] of services(file)) {
      for (const [source, , mode] of volumes.map(each => each.split(':'))) {
        if (source.startsWith('./')) {
          assert.ok(existsSync(path.join(folder, source)), source);
          assert.equal(mode, 'ro', `${name} can’t change ${source}`);
        } else assert.ok(source in composes[file].volumes, source);
      }
      if (!build) continue;
      const { context, dockerfile } =
        typeof build === 'string'
          ? { context: build, dockerfile: 'Dockerfile' }
          : build;
      assert.ok(existsSync(path.join(folder, context, dockerfile)), name);
    }
  }
  const mounts = (name: string) =>
    service('docker-compose.yml', name).volumes?.slice(0, 2);
  const docker = './infrastructure/docker';
  assert.equal(
    mounts('prometheus')?.[0],
    `${docker}/prometheus:/etc/prometheus:ro`,
  );
  assert.deepEqual(mounts('grafana'), [
    `${docker}/grafana/provisioning:/etc/grafana/provisioning:ro`,
    `${docker}/grafana/dashboards:/var/lib/grafana/dashboards:ro`,
  ]);
  assert.equal(
    mounts('alertmanager')?.[1],
    `${docker}/alertmanager/secrets:/etc/alertmanager/secrets/receivers:ro`,
  );
});

test('Prometheus finds its targets, and Grafana Prometheus, by their services [R003 R024]', async () => {
  const docker = 'infrastructure/docker';
  const found = [
    ...(await read(`${docker}/prometheus/prometheus.yml`)).matchAll(
      /targets: \['([\w-]+):(\d+)'\]/g,
    ),
    ...(
      await read(`${docker}/grafana/provisioning/datasources/prometheus.yaml`)
    ).matchAll(/url: http:\/\/([\w-]+):(\d+)/g),
  ].map(([, name, port]) => [name, port]);
  assert.equal(found.length, 4);
  for (const [name, port] of found) {
    const { healthcheck } = service('docker-compose.yml', name);
    assert.match(JSON.stringify(healthcheck), new RegExp(`:${port}/`), name);
  }
});

test('every port is open on this machine only; production’s page is on 80 [R003 D047]', () => {
  for (const file of files)
    for (const [name, { ports = [] }] of services(file))
      for (const port of ports) assert.match(port, /^127\.0\.0\.1:/, name);
  assert.deepEqual(
    services('docker-compose.prod.yml').flatMap(([, { ports = [] }]) => ports),
    ['127.0.0.1:80:8080'],
  );
});

test('production’s images run as in pods: nothing to write, no rights, migrated first [D047]', () => {
  const file = 'docker-compose.prod.yml';
  for (const name of ['migration', 'backend', 'frontend']) {
    const {
      image,
      build,
      read_only: fixed,
      cap_drop: drop,
    } = service(file, name);
    const context = name === 'frontend' ? 'frontend' : 'backend';
    assert.equal(image, `${context}:prod`);
    assert.deepEqual(build, { context, dockerfile: 'Dockerfile.prod' });
    assert.deepEqual([fixed, drop], [true, ['ALL']], name);
  }
  assert.equal(
    service(file, 'backend').depends_on?.migration.condition,
    'service_completed_successfully',
  );
});

test('.env.example has what Compose insists on and what the code reads, and nothing else [R003 R036]', async () => {
  const guarded = new Set<string>();
  for (const file of files)
    for (const [, name, rest] of texts[file].matchAll(
      /(?<!\$)\$\{(\w+)(.*?)\}/g,
    )) {
      assert.match(rest, /^:\?/, `${file}: ${name} has no guard`);
      guarded.add(name);
    }
  const known = [
    ...guarded,
    ...(await settingsOf('Settings')),
    ...(await settingsOf('ConnectorSettings')),
  ];
  assert.ok(known.includes('VEHICLE_CONNECTOR_METRICS_PORT'));
  const names = (await example()).map(([name]) => name);
  assert.deepEqual([...names].sort(), [...new Set(known)].sort());
  assert.equal(new Set(names).size, names.length, 'each once');
});

test('containers get every setting that their program reads, and none that it doesn’t know [R003]', async () => {
  for (const [file, name, settings] of [
    ['docker-compose.yml', 'backend', 'Settings'],
    ['docker-compose.prod.yml', 'backend', 'Settings'],
    ['docker-compose.yml', 'vehicle-connector', 'ConnectorSettings'],
  ] as const) {
    const given = Object.keys(service(file, name).environment ?? {}).filter(
      // read by the migration and by the image's command
      each => !['TERMINATION_LOG', 'WEB_CONCURRENCY'].includes(each),
    );
    assert.deepEqual(
      given.sort(),
      (await settingsOf(settings)).sort(),
      `${file}: ${name}`,
    );
  }
});

test('no password stands in a Compose file; those of .env.example open local containers only [R036 D008]', async () => {
  for (const file of files)
    for (const [name, { environment = {} }] of services(file))
      for (const [key, value] of Object.entries(environment)) {
        if (/PASSWORD|SECRET|TOKEN/.test(key))
          assert.match(String(value), /^\$\{\w+:\?[^}]*\}$/, `${name}: ${key}`);
        const login = String(value).match(/\/\/([^@/]+)@/)?.[1];
        if (login) assert.match(login, /^\$\{\w+:\?\}:\$\{\w+:\?\}$/, key);
      }
  const values = new Map(await example());
  for (const key of ['DATABASE_URL', 'REDIS_URL'])
    assert.equal(new URL(values.get(key) ?? '').hostname, 'localhost', key);
  // the scripts open the same database when nothing is set
  assert.ok(
    (await read('scripts/postgres.sh')).includes(
      values.get('DATABASE_URL') ?? '-',
    ),
  );
  const url = new URL(values.get('DATABASE_URL') ?? '');
  assert.deepEqual(
    [url.username, url.password, url.pathname.slice(1)],
    ['USER', 'PASSWORD', 'DB'].map(name => values.get(`POSTGRES_${name}`)),
  );
  const ignored = (await read('.gitignore')).split('\n');
  assert.ok(ignored.includes('.env') && ignored.includes('!.env.example'));
  assert.match(
    await read('infrastructure/docker/alertmanager/secrets/.gitignore'),
    /^\*\n!\.gitignore\n$/m,
  );
});

test('make up waits until all are healthy and brings two vehicles; down and logs fit [R003 D057]', async () => {
  const makefile = await read('Makefile');
  assert.match(
    makefile,
    /^up:.*\n\t\$\(COMPOSE\) up --build --detach --wait\n\t\$\(COMPOSE\) exec -T db .* < scripts\/local_data\.sql$/m,
  );
  assert.match(makefile, /^down:.*\n\t\$\(COMPOSE\) down$/m);
  assert.match(makefile, /^logs:.*\n\t\$\(COMPOSE\) logs --follow/m);
  const data = await read('scripts/local_data.sql');
  assert.equal(data.match(/^ {2}\('[A-HJ-NPR-Z0-9]{17}', '/gm)?.length, 2);
  assert.match(data, /ON CONFLICT \(vin\) DO NOTHING;/);
  // the tables are there before: the backend isn't healthy without its newest revision
  assert.match(
    service('docker-compose.yml', 'backend').command?.[2] ?? '',
    /^python -m app\.migrate && exec uvicorn /,
  );
});
