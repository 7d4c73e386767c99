import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { filesOf } from '@sovd/templates/tests/StampedRepositoryFixture.ts';
import { allOf, Dockerfile, lastOf } from '../images/Dockerfile.ts';
import { ignored } from '../images/ignored.ts';
import { staging } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';
import { checkTool } from '../tools/checkTool.ts';

const names = [
  'backend/Dockerfile',
  'backend/Dockerfile.prod',
  'frontend/Dockerfile',
  'frontend/Dockerfile.prod',
] as const;

let folder: string;
let texts: Record<string, string>;
let backend: Dockerfile;
let frontend: Dockerfile;
const read = (name: string) => readFile(path.join(folder, name), 'utf8');
before(async () => {
  folder = await stampRepository(staging.answers);
  texts = Object.fromEntries(
    await Promise.all(names.map(async name => [name, await read(name)])),
  );
  backend = new Dockerfile(texts['backend/Dockerfile.prod']);
  frontend = new Dockerfile(texts['frontend/Dockerfile.prod']);
});
after(() => rm(folder, { recursive: true, force: true }));

const command = (text: string): string[] => JSON.parse(text);

/** Whether a minimum version holds, part by part. */
function reaches(version: string, minimum: string): boolean {
  const [own, least] = [version, minimum].map(each =>
    each.split('.').map(Number),
  );
  const differs = least.findIndex((part, index) => own[index] !== part);
  return differs < 0 || own[differs] > least[differs];
}

test('hadolint finds nothing in the four Dockerfiles, and all files of images are there [D001 D056]', async () => {
  const files = names.map(name => path.join(folder, name));
  const hadolint = await checkTool('hadolint');
  assert.equal(await runProgram(hadolint, ['--no-color', ...files]), '');
  await Promise.all(
    ['backend', 'frontend'].map(name => read(`${name}/.dockerignore`)),
  );
  const careless = path.join(folder, 'Dockerfile.careless');
  await writeFile(careless, 'FROM debian\nRUN apt-get install curl\n');
  await assert.rejects(runProgram(hadolint, [careless]), /DL3008/);
});

test('each exception from hadolint has its reason above it [D051 D056]', () => {
  const lines = names.flatMap(name => texts[name].split('\n'));
  const exceptions = lines.flatMap((line, index) =>
    line.startsWith('# hadolint ignore') ? [lines[index - 1]] : [],
  );
  assert.equal(exceptions.length, 5);
  for (const above of exceptions) assert.match(above, /^# \w/);
});

describe('the image of the backend', () => {
  test('starts from slim Python 3.11, in two stages [D005 D007 D023]', () => {
    assert.deepEqual(
      backend.stages.map(({ base }) => base),
      ['python:3.11-slim', 'python:3.11-slim'],
    );
  });

  test('has the builder’s virtual environment, complete and outside of any home [D033 D050]', () => {
    const [builder] = backend.stages;
    assert.match(allOf(builder, 'RUN')[0], /^python -m venv \/opt\/venv$/);
    assert.ok(allOf(builder, 'ENV').includes('PATH=/opt/venv/bin:$PATH'));
    assert.equal(
      allOf(backend.image, 'COPY')[0],
      '--from=builder /opt/venv /opt/venv',
    );
    assert.match(lastOf(backend.image, 'ENV'), /^PATH=\/opt\/venv\/bin:\$PATH/);
    assert.doesNotMatch(texts['backend/Dockerfile.prod'], /--user\b|\.local/);
  });

  test('installs what it needs before its code, so that a change of code keeps the layer [D049]', () => {
    const [builder] = backend.stages;
    assert.deepEqual(allOf(builder, 'COPY'), ['requirements.txt .']);
    const order = backend.image.instructions.map(({ text }) => text);
    const index = (part: string) =>
      order.findIndex(text => text.includes(part));
    assert.ok(index('apt-get') < index('/opt/venv /opt/venv'));
    assert.ok(index('/opt/venv /opt/venv') < index(' app ./app'));
  });

  test('has no compiler, no tools of developers and no reload [D005 D026 D028]', () => {
    const all = backend.image.instructions.map(({ text }) => text).join('\n');
    assert.doesNotMatch(all, /gcc|python3-dev|libpq-dev|requirements-dev|pip /);
    assert.doesNotMatch(all, /--reload/);
    assert.doesNotMatch(texts['backend/Dockerfile.prod'], /requirements-dev/);
    assert.deepEqual(allOf(backend.image, 'COPY').slice(1), [
      '--chown=1001:1001 alembic.ini ./',
      '--chown=1001:1001 alembic ./alembic',
      '--chown=1001:1001 app ./app',
    ]);
  });

  test('has libpq5 and curl of Debian, and no lists of packages [D051]', () => {
    const install = allOf(backend.image, 'RUN')[0];
    assert.match(install, /install -y --no-install-recommends curl libpq5 /);
    assert.match(install, /rm -rf \/var\/lib\/apt\/lists\/\*$/);
  });

  test('runs as appuser, 1001, who owns /app [D002 D006 D026 D034 D054]', () => {
    const user = allOf(backend.image, 'RUN')[1];
    assert.match(user, /groupadd --gid 1001 appuser/);
    assert.match(user, /useradd --uid 1001 --gid 1001 .*appuser/);
    assert.match(user, /install --directory --owner=appuser .*\/app$/);
    assert.equal(lastOf(backend.image, 'WORKDIR'), '/app');
    assert.deepEqual(allOf(backend.image, 'USER'), ['1001']);
  });

  test('asks itself whether it is ready, with curl [D010 D026 D038]', () => {
    assert.match(
      lastOf(backend.image, 'HEALTHCHECK'),
      /^--interval=30s --timeout=10s --start-period=40s --retries=3 CMD \["curl", "-fsS", .*"http:\/\/127\.0\.0\.1:8000\/health\/ready"\]$/,
    );
  });

  test('starts uvicorn with four workers unless WEB_CONCURRENCY says otherwise [D041 D042]', () => {
    const [shell, option, line] = command(lastOf(backend.image, 'CMD'));
    assert.deepEqual([shell, option], ['sh', '-c']);
    assert.match(line, /^exec uvicorn --factory app\.main:app /);
    for (const flag of [
      '--host 0.0.0.0 --port 8000',
      '--workers ${WEB_CONCURRENCY:-4}',
      '--loop uvloop --http httptools',
      '--proxy-headers --timeout-graceful-shutdown 25',
    ])
      assert.ok(line.includes(flag), flag);
    assert.equal(lastOf(backend.image, 'EXPOSE'), '8000');
  });

  test('has these packages, at least in these versions [D023]', async () => {
    const pinned = new Map(
      [
        ...(await read('backend/requirements.txt')).matchAll(
          /^([\w-]+)(?:\[\w+\])?==([\d.]+)$/gm,
        ),
      ].map(([, name, version]) => [name, version]),
    );
    for (const [name, minimum] of Object.entries({
      fastapi: '0.104',
      uvicorn: '0.24',
      SQLAlchemy: '2.0',
      asyncpg: '0.29',
      redis: '5.0',
      structlog: '23.2',
      'prometheus-client': '0.19',
    })) {
      const version = pinned.get(name);
      assert.ok(version && reaches(version, minimum), `${name} ${version}`);
    }
  });
});

describe('the image of the page', () => {
  test('is built by Node on Alpine and served by slim nginx [D007 D024 D025 D027 D059]', () => {
    assert.deepEqual(
      frontend.stages.map(({ base }) => base),
      [
        'node:24-alpine',
        `nginxinc/nginx-unprivileged:${frontend.args.NGINX_VERSION}-alpine-slim`,
      ],
    );
    assert.match(frontend.args.NGINX_VERSION, /^1\.\d*[02468]$/); // stable
  });

  test('is built from the lock file, before its code [D043 D049 D052]', () => {
    const [builder] = frontend.stages;
    assert.deepEqual(allOf(builder, 'RUN'), [
      'apk add --no-cache python3 make g++',
      'npm ci --legacy-peer-deps',
      'npm run build',
    ]);
    const order = builder.instructions.map(({ text }) => text);
    const places = [
      'package.json package-lock.json ./',
      'npm ci --legacy-peer-deps',
      '. .',
      'VITE_API_BASE_URL=/api',
      'VITE_API_BASE_URL=${VITE_API_BASE_URL}',
      'npm run build',
    ].map(text => order.indexOf(text));
    assert.ok(!places.includes(-1), String(places));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  });

  test('holds the built files and the configuration only, copied from its own folder [D027 D032 D060]', async () => {
    const copied = allOf(frontend.image, 'COPY');
    assert.deepEqual(copied, [
      'security-headers.conf /etc/nginx/security-headers.conf',
      'nginx.conf /etc/nginx/conf.d/default.conf',
      '--from=builder /app/dist /usr/share/nginx/html',
    ]);
    for (const name of names) assert.doesNotMatch(texts[name], /\.\.\//);
    for (const name of ['nginx.conf', 'security-headers.conf'])
      assert.equal(
        await read(`frontend/${name}`),
        await read(`infrastructure/docker/${name}`),
      );
  });

  test('runs as nginx on a port above 1024 [D002 D035 D054]', async () => {
    assert.equal(lastOf(frontend.image, 'USER'), 'nginx');
    assert.equal(lastOf(frontend.image, 'ARG'), 'NGINX_PORT=8080');
    assert.equal(lastOf(frontend.image, 'EXPOSE'), '${NGINX_PORT}');
    // root only puts in the port
    const steps = frontend.image.instructions.map(({ name }) => name);
    const root = steps.indexOf('USER');
    assert.deepEqual(steps.slice(root, root + 3), ['USER', 'RUN', 'USER']);
    const [line] = allOf(frontend.image, 'RUN');
    const [, from] = /s\/(listen \d+;)\//.exec(line) ?? [];
    assert.equal(
      (await read('frontend/nginx.conf')).split(from).length,
      2,
      'the line that is replaced stands there once',
    );
  });

  test('asks itself for /health, and starts nginx in the foreground [D010 D039 D053]', () => {
    assert.match(
      lastOf(frontend.image, 'HEALTHCHECK'),
      /CMD \["sh", "-c", "wget -q --spider http:\/\/127\.0\.0\.1:\$\{NGINX_PORT\}\/health"\]$/,
    );
    assert.deepEqual(command(lastOf(frontend.image, 'CMD')), [
      ...['nginx', '-g', 'daemon off;'],
    ]);
  });

  test('has these packages, at least in these versions [D024]', async () => {
    const { dependencies, devDependencies, engines } = JSON.parse(
      await read('frontend/package.json'),
    ) as Record<string, Record<string, string>>;
    const ranges = { ...dependencies, ...devDependencies };
    assert.match(engines.node, /^>=20\./);
    for (const [name, minimum] of Object.entries({
      react: '18.2',
      typescript: '5.3',
      vite: '5.0',
      '@mui/material': '5.14',
      axios: '1.6',
      '@tanstack/react-query': '5.8',
    }))
      assert.ok(
        reaches((ranges[name] ?? '0').replace(/^\^/, ''), minimum),
        name,
      );
    assert.match(ranges.react, /^\^18\./);
  });
});

test('the developers’ images reload, on 8000 and 3000 [D004 D010]', () => {
  const [python, node] = ['backend', 'frontend'].map(
    name => new Dockerfile(texts[`${name}/Dockerfile`]).image,
  );
  assert.ok(command(lastOf(python, 'CMD')).includes('--reload'));
  assert.equal(lastOf(python, 'EXPOSE'), '8000');
  assert.deepEqual(command(lastOf(node, 'CMD')).slice(0, 3), [
    ...['npm', 'run', 'dev'],
  ]);
  assert.equal(lastOf(node, 'EXPOSE'), '3000');
  for (const image of [python, node])
    assert.match(lastOf(image, 'HEALTHCHECK'), /CMD/);
});

test('no image has a secret in an argument or a variable [D008]', () => {
  const said = names
    .flatMap(name => new Dockerfile(texts[name]).stages)
    .flatMap(stage => [...allOf(stage, 'ARG'), ...allOf(stage, 'ENV')]);
  assert.ok(said.length > 6);
  for (const text of said)
    assert.doesNotMatch(text, /secret|password|token|key|credential|:\/\//i);
});

describe('what stays out of the images', () => {
  const seeds = {
    backend: [
      ...['app/__pycache__/main.py', 'app/x.pyc', 'app/x.pyo', 'app/x.pyd'],
      ...['tests/test_health.py', 'htmlcov/index.html', 'coverage.json'],
      ...['.coverage', '.git/config', '.gitignore', '.env', '.env.example'],
      ...['alembic/versions/x.pyc', 'README.md', 'Makefile'],
      ...['docker-compose.yml', 'Dockerfile', 'Dockerfile.prod'],
    ],
    frontend: [
      ...['node_modules/react/index.js', 'dist/index.html', 'coverage/x.html'],
      ...['stats.html', '.git/config', '.gitignore', '.env', '.env.example'],
      ...['tests/x.ts', 'src/x.test.ts', 'src/App.test.tsx', 'README.md'],
      ...['Makefile', 'docker-compose.yml', 'Dockerfile', 'Dockerfile.prod'],
    ],
  };
  const secrets = ['.env.local', 'tls.pem', 'app/certs/tls.key', '.git/HEAD'];

  for (const [component, files] of Object.entries(seeds)) {
    test(`${component}: tests, leftovers, Git and secrets [D003 D011 D036 D037 D061]`, async () => {
      const patterns = await read(`${component}/.dockerignore`);
      assert.deepEqual(
        [...files, ...secrets].filter(file => !ignored(patterns, file)),
        [],
      );
    });
  }

  test('what the images need stays in, migrations among it [D036 D037]', async () => {
    const kept = async (component: string, pattern: RegExp) => {
      const patterns = await read(`${component}/.dockerignore`);
      return (await filesOf(path.join(folder, component))).filter(
        file => pattern.test(file) && ignored(patterns, file),
      );
    };
    assert.deepEqual(
      await kept('backend', /^(app|alembic|requirements|alembic\.ini)/),
      [],
    );
    const pages =
      /^(src\/(?!.*test|setupTests)|index\.html|.*\.conf|package|ts|vite)/;
    assert.deepEqual(await kept('frontend', pages), []);
    const patterns = await read('backend/.dockerignore');
    const first = 'alembic/versions/0001_initial_schema.py';
    assert.ok(!ignored(patterns, first));
  });
});

test('both are built in their own folder [D032 D040]', async () => {
  const makefile = await read('Makefile');
  for (const component of ['backend', 'frontend'])
    assert.match(
      makefile,
      new RegExp(
        `\\tcd ${component} && docker build -f Dockerfile\\.prod -t \\S*${component}:\\S+ \\.\n`,
      ),
    );
});

test('the page is built in four parts of libraries, small, without console and with .gz beside [D029]', async () => {
  const vite = await read('frontend/vite.config.ts');
  assert.equal(vite.match(/'vendor-[a-z]+': \//g)?.length, 4);
  assert.match(vite, /sourcemap: false/);
  assert.match(vite, /minify: 'terser'/);
  assert.match(vite, /drop_console: true/);
  assert.match(vite, /entryFileNames: 'assets\/\[name\]-\[hash\]\.js'/);
  assert.match(vite, /fileName: `\$\{fileName\}\.gz`/);
});
