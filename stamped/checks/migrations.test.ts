import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { freePort } from '@sovd/sandbox/src/__testUtils__/freePort.ts';
import { staging } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';
import { runScript, type Outcome } from '../scripts/runScript.ts';
import {
  startPostgres,
  type StampedPostgres,
} from '../scripts/StampedPostgres.ts';

let stamped: string;
let postgres: StampedPostgres;
const copies: string[] = [];

before(async () => {
  [stamped, postgres] = await Promise.all([
    stampRepository(staging.answers),
    startPostgres(),
  ]);
});
after(async () => {
  await postgres.stop();
  for (const folder of [stamped, ...copies])
    await rm(folder, { recursive: true, force: true });
});

/** A repository that a test may change. */
async function copyOf(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sovd-migrations-'));
  copies.push(folder);
  await cp(stamped, folder, { recursive: true });
  return folder;
}

const run = (
  folder: string,
  command: readonly [string, ...string[]],
  url = postgres.urlOf('postgres'),
  more: NodeJS.ProcessEnv = {},
): Promise<Outcome> =>
  runScript(folder, command, {
    PATH: postgres.programs,
    DATABASE_URL: url,
    ...more,
  });

async function succeed(...args: Parameters<typeof run>): Promise<string> {
  const { code, text } = await run(...args);
  assert.equal(code, 0, text);
  return text;
}

/** SQL as the administrator, in a database. */
const sql = (text: string, database = 'postgres') =>
  succeed(
    stamped,
    [
      'bash',
      '-c',
      '. scripts/postgres.sh; use_database "$DATABASE_URL"; query "$1"',
      'sql',
      text,
    ],
    postgres.urlOf(database),
  );

/** Adds the revision 0002: a column, in the model and in the migration. */
async function addMileage(
  folder: string,
  { up, down, name = '0002' }: { up: string; down: string; name?: string },
): Promise<void> {
  const model = path.join(folder, 'backend/app/vehicles.py');
  const text = await readFile(model, 'utf8');
  const column =
    '    mileage: Mapped[int | None] = mapped_column(BigInteger)\n';
  if (!text.includes(column)) {
    await writeFile(
      model,
      text.replace(/( {4}label: Mapped.*\n)/, `$1${column}`),
    );
  }
  await writeFile(
    path.join(folder, `backend/alembic/versions/${name}_add_mileage.py`),
    [
      '"""add mileage"""',
      'import sqlalchemy as sa',
      'from alembic import op',
      `revision = "${name}"`,
      'down_revision = "0001"',
      'branch_labels = None',
      'depends_on = None',
      'def upgrade() -> None:',
      `    ${up}`,
      'def downgrade() -> None:',
      `    ${down}`,
      '',
    ].join('\n'),
  );
}
const add = 'op.add_column("vehicle", sa.Column("mileage", sa.BigInteger))';
const drop = 'op.drop_column("vehicle", "mileage")';

test('test_migration.sh goes up, down, up and down to nothing in a database of its own [M005 M010 M023 M030 M037 M048 M052 M053]', async () => {
  const text = await succeed(stamped, ['scripts/test_migration.sh']);
  for (const step of [1, 2, 3, 4, 5, 6])
    assert.match(text, RegExp(`== ${step}\\.`));
  assert.doesNotMatch(await sql('SELECT datname FROM pg_database'), /_test_/);
  assert.equal(
    (
      await sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
    ).trim(),
    '0',
    'the database of DATABASE_URL was touched',
  );
});

test('it takes back the last of two revisions alone, and rows survive [M005 M023 M053]', async () => {
  const folder = await copyOf();
  await addMileage(folder, { up: add, down: drop });
  const text = await succeed(folder, ['scripts/test_migration.sh']);
  assert.match(text, /before: 0001/);
  assert.match(text, /migrations up to 0002 go up, down and up again/);
});

for (const [what, change, message] of [
  ['has no way back', { up: add, down: 'pass' }, /write its downgrade/],
  [
    'loses rows',
    { up: add, down: `${drop}; op.execute("DELETE FROM vehicle")` },
    /loses rows/,
  ],
  [
    'isn’t SQL',
    { up: 'op.execute("ALTER TABLE nowhere")', down: drop },
    /syntax error|nowhere/,
  ],
  ['isn’t what the models say', { up: 'pass', down: 'pass' }, /mileage/],
] as const) {
  test(`it refuses a migration that ${what} [M005 M037]`, async () => {
    const folder = await copyOf();
    await addMileage(folder, change);
    const { code, text } = await run(folder, ['scripts/test_migration.sh']);
    assert.notEqual(code, 0);
    assert.match(text, message);
    assert.doesNotMatch(await sql('SELECT datname FROM pg_database'), /_test_/);
  });
}

test('there is one head, and two are refused', async () => {
  const heads = (folder: string) =>
    succeed(path.join(folder, 'backend'), ['alembic', 'heads']);
  assert.match(await heads(stamped), /^\w+ \(head\)\n$/);
  const folder = await copyOf();
  await addMileage(folder, { up: add, down: drop });
  await addMileage(folder, { up: add, down: drop, name: '0002b' });
  assert.match(await heads(folder), /\n.*\(head\)\n/);
  const { code, text } = await run(folder, ['scripts/test_migration.sh']);
  assert.notEqual(code, 0);
  assert.match(text, /alembic merge heads/);
});

test('two migrations at once both succeed, and each revision is applied once [M024 M047]', async () => {
  const folder = await copyOf();
  await addMileage(folder, {
    up: `op.execute("SELECT pg_sleep(1)"); ${add}`,
    down: drop,
  });
  await sql('CREATE DATABASE together');
  const migrate = async (name: string) => {
    const report = path.join(folder, name);
    await writeFile(report, '');
    await succeed(
      path.join(folder, 'backend'),
      ['python', '-m', 'app.migrate'],
      postgres.urlOf('together'),
      { TERMINATION_LOG: report },
    );
    return JSON.parse(await readFile(report, 'utf8')).applied as string[];
  };
  const applied = await Promise.all(['one', 'two'].map(migrate));
  assert.deepEqual(applied.flat().sort(), ['0001', '0002']);
});

test('a password with every special character reaches Alembic and the scripts, and no output [M024 M040 M047]', async () => {
  const password = `p@s:s/w%rd#?&=+ '"\\$x{}`;
  const quoted = password.replaceAll("'", "''");
  await sql(`CREATE ROLE hostile LOGIN CREATEDB PASSWORD '${quoted}'`);
  await sql('CREATE DATABASE hostile OWNER hostile');
  const url = postgres
    .urlOf('hostile')
    .replace(
      /\/\/.*?@/,
      `//hostile:${encodeURIComponent(password).replaceAll("'", '%27')}@`,
    );
  const migrated = await succeed(
    path.join(stamped, 'backend'),
    ['alembic', 'upgrade', 'head'],
    url,
  );
  const tested = await succeed(stamped, ['scripts/test_migration.sh'], url);
  assert.ok(!`${migrated}${tested}`.includes(password));
  assert.equal(
    (await sql('SELECT count(*) FROM vehicle', 'hostile')).trim(),
    '0',
  );
});

test('the plain env.py of a project works with a URL-safe password: what the chart relies on is the URL alone [M047]', async () => {
  const folder = await copyOf();
  await writeFile(
    path.join(folder, 'backend/alembic/env.py'),
    [
      'import asyncio, os',
      'from alembic import context',
      'from sqlalchemy import pool',
      'from sqlalchemy.ext.asyncio import async_engine_from_config',
      'context.config.set_main_option("sqlalchemy.url", os.environ["DATABASE_URL"])',
      'def run(connection):',
      '    context.configure(connection=connection)',
      '    with context.begin_transaction():',
      '        context.run_migrations()',
      'async def online():',
      '    engine = async_engine_from_config({"sqlalchemy.url": context.config.get_main_option("sqlalchemy.url")}, poolclass=pool.NullPool)',
      '    async with engine.connect() as connection:',
      '        await connection.run_sync(run)',
      '        await connection.commit()',
      '    await engine.dispose()',
      'asyncio.run(online())',
      '',
    ].join('\n'),
  );
  await sql("CREATE ROLE plain LOGIN PASSWORD 'Az09-_.~'");
  await sql('CREATE DATABASE plain OWNER plain');
  const url = postgres.urlOf('plain').replace(/\/\/.*?@/, '//plain:Az09-_.~@');
  await succeed(
    path.join(folder, 'backend'),
    ['alembic', 'upgrade', 'head'],
    url,
  );
  assert.equal(
    (await sql('SELECT version_num FROM alembic_version', 'plain')).trim(),
    '0001',
  );
});

test('squawk finds nothing in the migrations, refuses what a running version can’t live with, and lets a marked one pass', async () => {
  await succeed(stamped, ['scripts/lint_migrations.sh']);
  const folder = await copyOf();
  const contract = 'op.drop_column("vehicle", "label")';
  await addMileage(folder, { up: contract, down: 'pass' });
  const { code, text } = await run(folder, ['scripts/lint_migrations.sh']);
  assert.notEqual(code, 0);
  assert.match(text, /ban-drop-column/);
  const file = path.join(
    folder,
    'backend/alembic/versions/0002_add_mileage.py',
  );
  await writeFile(file, `# squawk: contract\n${await readFile(file, 'utf8')}`);
  await succeed(folder, ['scripts/lint_migrations.sh']);
  await succeed(folder, ['scripts/lint_migrations.sh', '0001']);
});

test('the release before must work on the new schema', async () => {
  const folder = await copyOf();
  const git = (...args: string[]) =>
    succeed(folder, [
      'git',
      '-c',
      'user.name=t',
      '-c',
      'user.email=t@example.com',
      ...args,
    ]);
  await git('init', '-q');
  await git('add', '-A');
  await git('commit', '-qm', 'before');
  await addMileage(folder, { up: add, down: drop });
  const compare = (port: number) =>
    run(folder, ['scripts/test_compatibility.sh', 'HEAD'], undefined, {
      PORT: String(port),
    });
  const good = await compare(await freePort());
  assert.equal(good.code, 0, good.text);
  await addMileage(folder, {
    up: 'op.drop_column("vehicle", "label")',
    down: 'pass',
  });
  const bad = await compare(await freePort());
  assert.notEqual(bad.code, 0);
  assert.match(bad.text, /expand first/);
});

test('init_db.sh makes tables, two log-ins and two vehicles, can be repeated, and refuses other hosts [R045 M022]', async () => {
  await sql('CREATE DATABASE first');
  const url = postgres.urlOf('first');
  for (const time of [1, 2]) {
    const text = await succeed(stamped, ['scripts/init_db.sh'], url);
    assert.match(text, /vehicle 2\n/, `run ${time}`);
  }
  const as = (login: string, text: string) =>
    run(
      stamped,
      [
        'bash',
        '-c',
        '. scripts/postgres.sh; use_database "$DATABASE_URL"; query "$1"',
        'sql',
        text,
      ],
      url.replace(/\/\/.*?@/, `//${login}@`),
    );
  const insert =
    "INSERT INTO vehicle (vin, label) VALUES ('WVWZZZ1JZXW000009', 'x')";
  assert.equal(
    (
      await as('engineer:engineer123', 'SELECT count(*) FROM vehicle')
    ).text.trim(),
    '2',
  );
  assert.match(
    (await as('engineer:engineer123', insert)).text,
    /permission denied/,
  );
  assert.equal((await as('admin:admin123', insert)).code, 0);
  const far = await run(
    stamped,
    ['scripts/init_db.sh'],
    'postgresql+asyncpg://u:secret@db.example.com:5432/x',
  );
  assert.notEqual(far.code, 0);
  assert.match(far.text, /this machine only/);
  assert.doesNotMatch(far.text, /secret/);
});

test('alembic.ini finds the migrations from the backend’s folder, and its hook writes new ones in the project’s form; running them needs no such tool [M026 M050]', async () => {
  const folder = await copyOf();
  const backend = path.join(folder, 'backend');
  const settings = await readFile(path.join(backend, 'alembic.ini'), 'utf8');
  assert.match(settings, /^script_location = %\(here\)s\/alembic$/m);
  assert.match(settings, /^prepend_sys_path = \.$/m);
  const python = path.join(postgres.programs.split(':')[0], 'python');
  await sql('CREATE DATABASE bare');
  const bare = await run(
    backend,
    [python, '-m', 'alembic', 'upgrade', 'head'],
    postgres.urlOf('bare'),
    { PATH: '/usr/bin:/bin' },
  );
  assert.equal(bare.code, 0, bare.text);
  await succeed(
    backend,
    ['alembic', 'revision', '-m', 'add mileage'],
    postgres.urlOf('bare'),
  );
  await succeed(backend, [
    'ruff',
    'format',
    '--no-cache',
    '--check',
    'alembic',
  ]);
});

test('env.py reads the URL that the Job is given, asynchronously and without a pool [M024]', async () => {
  const text = await readFile(
    path.join(stamped, 'backend/alembic/env.py'),
    'utf8',
  );
  for (const word of [
    'os.environ["DATABASE_URL"]',
    'create_async_engine',
    'NullPool',
    'asyncio.run',
    'pg_advisory_lock',
    'lock_timeout',
    'statement_timeout',
  ])
    assert.ok(text.includes(word), word);
});
