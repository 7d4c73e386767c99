import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { settings } from '@sovd/templates/tests/StampedRepositoryFixture.ts';
import { baseImages } from '../images/baseImages.ts';
import { imageObstacle } from '../images/imageObstacle.ts';
import { ImageRun } from '../images/ImageRun.ts';
import { type ImageConfiguration, ImageStore } from '../images/ImageStore.ts';
import { relay } from '../images/relay.ts';
import { staging } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';
import { startPostgres } from '../scripts/StampedPostgres.ts';

/** Both images of production, built from the stamped Dockerfiles as they are. */
let repository: string;
let store: ImageStore;
const skip = imageObstacle();
before(async () => {
  if (skip) return;
  store = await ImageStore.over(await baseImages(settings));
  repository = await stampRepository(staging.answers);
});
after(async () => {
  await store?.dispose();
  if (repository) await rm(repository, { recursive: true });
});

interface Built {
  files: string;
  configuration: ImageConfiguration;
}

async function build(component: string): Promise<Built> {
  const name = `localhost/sovd-${component}:prod-test`;
  const folder = path.join(repository, component);
  await store.build(folder, 'Dockerfile.prod', name);
  const configuration = await store.configurationOf(name);
  return { configuration, files: await store.unpack(name) };
}

/** Numbers of the image's user and group, by the image's own list. */
async function identityOf({ files, configuration }: Built) {
  const users = await readFile(path.join(files, 'etc/passwd'), 'utf8');
  const found = users
    .split('\n')
    .map(line => line.split(':'))
    .find(([name, , id]) => [name, id].includes(configuration.User));
  assert.ok(found, configuration.User);
  return [Number(found[2]), Number(found[3])] as const;
}

const within = (files: string, ...terms: string[]) =>
  runProgram('find', [files, '-xdev', '(', ...terms, ')', '-printf', '%P\n']);
const named = (...names: string[]) =>
  names.flatMap(name => ['-o', '-name', name]).slice(1);

/** Nothing of these comes into an image. */
async function holdsNothingElse(files: string) {
  const programs = named('gcc*', 'g++*', 'make', 'cc', 'ld', 'git', 'apk');
  assert.equal(
    await within(files, '-path', '*/bin/*', '(', ...programs, ')'),
    '',
  );
  const leftovers = named(
    ...[
      '.git',
      '.env',
      '.env.*',
      '*.key',
      'node_modules',
      '.npm',
      '.dockerignore',
    ],
    ...['Dockerfile*', '*.test.ts*', '.coverage', '.pytest_cache', '.npmrc'],
  );
  assert.equal(await within(files, ...leftovers), '');
  assert.equal(await within(path.join(files, 'root'), '-path', '*cache*'), '');
}

describe('the backend’s image', { skip }, () => {
  let built: Built;
  before(async () => {
    built = await build('backend');
  });

  test('runs as a number that isn’t root’s, and says how it is asked for health [D010 D034 D040]', async () => {
    const { User, Healthcheck, WorkingDir, ExposedPorts } = built.configuration;
    assert.equal(User, '1001');
    assert.deepEqual(await identityOf(built), [1001, 1001]);
    assert.equal(WorkingDir, '/app');
    assert.deepEqual(Object.keys(ExposedPorts), ['8000/tcp']);
    const { Test, ...times } = Healthcheck;
    assert.equal(Test.at(-1), 'http://127.0.0.1:8000/health/ready');
    const second = 1e9;
    assert.deepEqual(times, {
      ...{ Interval: 30 * second, Timeout: 10 * second },
      ...{ StartPeriod: 40 * second, Retries: 3 },
    });
  });

  test('holds the application and its packages, no compiler, no tests and no secrets [D026 D028 D061]', async () => {
    const { files } = built;
    await holdsNothingElse(files);
    const app = await within(path.join(files, 'app'), '-maxdepth', '1');
    assert.deepEqual(app.trim().split('\n').sort(), [
      ...['alembic', 'alembic.ini', 'app'],
    ]);
    assert.ok(existsSync(path.join(files, 'app/app/application.json')));
    const packages = path.join(files, 'opt/venv/lib/python3.11/site-packages');
    assert.ok(existsSync(path.join(packages, 'fastapi')));
    assert.equal(
      await within(
        packages,
        '-maxdepth',
        '1',
        ...named('pytest', 'mypy', 'ruff'),
      ),
      '',
    );
    assert.deepEqual(
      await runProgram('ls', ['-A', path.join(files, 'var/lib/apt/lists')]),
      '',
    );
  });

  test('migrates, becomes ready by its own HEALTHCHECK and ends on SIGTERM, while it can write to /tmp alone [D002 D005 D033 D041 D054 M050 R049]', async t => {
    const postgres = await startPostgres();
    t.after(() => postgres.stop());
    const sockets = await mkdtemp(path.join(tmpdir(), 'sovd-relay-'));
    const url = new URL(postgres.urlOf('postgres'));
    const socket = path.join(sockets, 'postgres');
    const server = await relay(socket, Number(url.port));
    t.after(async () => {
      server.close();
      await rm(sockets, { recursive: true });
    });
    url.port = '5432';

    const run = new ImageRun(
      built.files,
      built.configuration,
      await identityOf(built),
      { DATABASE_URL: url.href, WEB_CONCURRENCY: '1' },
    );
    t.after(() => run.dispose());
    await run.reach(5432, socket);
    const said = async (command: string) => {
      const { code, text } = await run.execute('sh', '-c', command);
      assert.equal(code, 0, text);
      return text.trim();
    };
    assert.equal(await said('whoami'), 'appuser');
    assert.match(await said('uvicorn --version'), /^Running uvicorn/);
    assert.match(await said('alembic --version'), /^alembic \d/);
    assert.equal(await said('touch /tmp/written && echo yes'), 'yes');
    const refused = await run.execute('touch', '/app/written');
    assert.match(refused.text, /Read-only file system/);

    await said(
      'touch /tmp/report && TERMINATION_LOG=/tmp/report python -m app.migrate',
    );
    assert.match(await said('cat /tmp/report'), /"applied":\s*\["0001/);
    await run.becomesHealthy();
    const guide = path.join(repository, 'docs/user-guides/engineer_guide.md');
    const [, tried] =
      /```bash\n([^`]*api\/vehicles[^`]*)```/.exec(
        await readFile(guide, 'utf8'),
      ) ?? [];
    assert.match(await said(`set -e\n${tried}`), /"vin":"WVWZZZ1JZXW000001"/);
    assert.notEqual((await run.execute('sh', '-ec', tried)).code, 0);
    assert.match(await said('cat /proc/1/status'), /^CapEff:\t0+$/m);
    assert.match(await said('tr "\\0" " " < /proc/1/cmdline'), /uvicorn/);
    assert.equal(await run.stop(), 0, run.said);
    for (const line of run.said.trim().split('\n'))
      assert.equal(typeof JSON.parse(line).message, 'string', line);
    assert.ok(!run.said.includes(url.password), 'its log has the password');
  });
});

describe('the page’s image', { skip }, () => {
  let built: Built;
  before(async () => {
    built = await build('frontend');
  });

  test('runs as nginx, listens above 1024 and is told to end by SIGQUIT [D010 D035 D039 D040]', async () => {
    const { ExposedPorts, StopSignal, Healthcheck } = built.configuration;
    assert.deepEqual(await identityOf(built), [101, 101]);
    assert.deepEqual(Object.keys(ExposedPorts), ['8080/tcp']);
    assert.equal(StopSignal, 'SIGQUIT');
    assert.match(Healthcheck.Test.join(' '), /wget -q --spider .*\/health$/);
  });

  test('holds the built page, and nothing that built it [D027 D061]', async () => {
    const { files } = built;
    await holdsNothingElse(files);
    assert.equal(await within(files, ...named('node', 'npm', '*.map')), '');
    const page = path.join(files, 'usr/share/nginx/html');
    const html = await readFile(path.join(page, 'index.html'), 'utf8');
    const scripts = [...html.matchAll(/src="\/(assets\/[^"]+\.js)"/g)];
    assert.ok(scripts.length > 0, html);
    for (const [, script] of scripts)
      assert.ok(existsSync(path.join(page, script)), script);
  });

  test('has a valid configuration, serves the page and ends in order, while it can write to /tmp alone [D002 D035 D053 D054]', async t => {
    const identity = await identityOf(built);
    const { configuration } = built;
    const run = new ImageRun(built.files, configuration, identity);
    t.after(() => run.dispose());
    await run.becomesHealthy();
    const said = async (...command: readonly [string, ...string[]]) => {
      const { code, text } = await run.execute(...command);
      assert.equal(code, 0, text);
      return text.trim();
    };
    assert.equal(await said('whoami'), 'nginx');
    const index = await said('wget', '-qO-', 'http://127.0.0.1:8080/a/page');
    assert.match(index, /<div id="root">/);
    const refused = await run.execute('touch', '/etc/nginx/written');
    assert.match(refused.text, /Read-only file system/);
    assert.equal(await run.stop(), 0, run.said);
  });
});
