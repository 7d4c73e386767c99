import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { StubProgram } from '../sandbox/src/__testUtils__/StubProgram.ts';
import { exists } from '../sandbox/src/builds/buildOnce.ts';

const root = path.resolve(import.meta.dirname, '..');
/** What the script itself is written in. */
const shell = ['sh', 'dirname', 'sed', 'sort', 'head', 'tail', 'cat'];

const python = (version: string, venv = 'exit 0') =>
  `case "$2" in *platform*) echo ${version} ;; *) ${venv} ;; esac`;
const go = (version: string, toolchain = 'auto') =>
  `case "$2" in GOVERSION) echo go${version} ;; *) echo ${toolchain} ;; esac`;

/** A machine that has everything, new enough. */
const complete: Record<string, string> = {
  uname: '[ "$1" = -s ] && echo Linux || echo x86_64',
  node: 'echo 24.1.0',
  npm: '',
  git: '',
  openssl: '',
  go: go('9.0.0'),
  python3: python('3.12.4'),
};

/** What the script says on a machine that differs from a complete one: undefined is a program that isn't there. */
async function judge(
  t: TestContext,
  different: Record<string, string | undefined>,
  script = path.join(root, 'tools', 'prerequisites.sh'),
  command = 'start',
) {
  const bin = await mkdtemp(path.join(tmpdir(), 'sovd-path-'));
  t.after(() => rm(bin, { recursive: true }));
  for (const name of shell) {
    const where = spawnSync('sh', ['-c', `command -v ${name}`]);
    await symlink(String(where.stdout).trim(), path.join(bin, name));
  }
  for (const [name, text] of Object.entries({ ...complete, ...different })) {
    if (text !== undefined) await StubProgram.at(path.join(bin, name), text);
  }
  const { status, stderr, stdout } = spawnSync('/bin/sh', [script, command], {
    ...{ encoding: 'utf8', env: { PATH: bin } },
  });
  assert.equal(stdout, '');
  const items = stderr.split('\n').filter(line => line.startsWith('  - '));
  const lacks = items.map(line => line.slice(4));
  return { status, stderr, lacks };
}

test('a machine that has everything hears nothing', async t => {
  const { status, stderr } = await judge(t, {});
  assert.deepEqual([status, stderr], [0, '']);
});

const lone: [string, Record<string, string | undefined>, RegExp, RegExp][] = [
  ['no Node.js', { node: undefined }, /^Node\.js 20 .*none/, /install Node/],
  ['Node.js 18', { node: 'echo 18.20.4' }, /this is 18\.20\.4$/, /Node\.js 24/],
  ['no npm', { npm: undefined }, /^npm: there is none/, /apt-get install npm/],
  ['no git', { git: undefined }, /^git: there is none/, /install git/],
  ['no openssl', { openssl: undefined }, /^openssl/, /install openssl/],
  ['no Go', { go: undefined }, /^Go .* there is none/, /install Go [\d.]+/],
  ['Go 1.20', { go: go('1.20.14') }, /this is 1\.20\.14$/, /install Go/],
  [
    'a Go that may fetch no newer one',
    { go: go('1.21.0', 'local') },
    /1\.21\.0, and it may not fetch/,
    /go env -w GOTOOLCHAIN=auto/,
  ],
  ['no Python', { python3: undefined }, /^Python .*none/, /install Python/],
  ['Python 3.9', { python3: python('3.9.2') }, /is 3\.9\.2$/, /Python 3\.11/],
  [
    'Python without venv',
    { python3: python('3.11.2', 'exit 1') },
    /^Python's venv and pip: 3\.11\.2/,
    /python3-venv/,
  ],
  [
    'another system',
    { uname: '[ "$1" = -s ] && echo Darwin || echo arm64' },
    /this is Darwin arm64$/,
    /virtual machine/,
  ],
];
for (const [name, different, lack, remedy] of lone) {
  test(`${name}: it alone is named, with its remedy`, async t => {
    const { status, stderr, lacks } = await judge(t, different);
    assert.equal(status, 1);
    assert.equal(lacks.length, 1, stderr);
    assert.match(lacks[0], lack);
    assert.match(
      stderr.split('\n').find(line => /^ {6}\S/.test(line)) ?? '',
      remedy,
    );
  });
}

test('versions are compared as numbers, not as text', async t => {
  const { lacks } = await judge(t, {
    ...{ node: 'echo 100.0.0', python3: python('3.100.0') },
    go: go('1.100.0'),
  });
  assert.deepEqual(lacks, []);
});

test('a Go that fetches newer ones by itself will do', async t => {
  const { lacks } = await judge(t, { go: go('1.21.0') });
  assert.deepEqual(lacks, []);
});

test('only the tests ask for Terraform', async t => {
  const script = path.join(root, 'tools', 'prerequisites.sh');
  const id = 'echo 0';
  const without = await judge(t, { id }, script, 'test');
  assert.equal(without.status, 1);
  assert.match(without.lacks.join(), /^Terraform 1\.11 or newer[^,]*$/);
  const terraform = 'echo Terraform v1.11.0; echo on linux_amd64';
  const withIt = await judge(t, { id, terraform }, script, 'test');
  assert.deepEqual(withIt.lacks, []);
});

for (const [name, terraform, lack] of [
  ['too old', 'echo Terraform v1.9.8', /: this is 1\.9\.8$/],
  ['broken', 'exit 1', /: this one names no version$/],
] as const) {
  test(`a Terraform that is ${name} is named, with its remedy`, async t => {
    const script = path.join(root, 'tools', 'prerequisites.sh');
    const machine = { id: 'echo 0', terraform };
    const { status, stderr, lacks } = await judge(t, machine, script, 'test');
    assert.equal(status, 1);
    assert.equal(lacks.length, 1, stderr);
    assert.match(lacks[0], /^Terraform 1\.11 or newer/);
    assert.match(lacks[0], lack);
    assert.match(stderr, /^ {6}install it .*terraform\/install/m);
  });
}

test('all that is missing is named at once, before any work', async t => {
  const checkout = await mkdtemp(path.join(tmpdir(), 'sovd-checkout-'));
  t.after(() => rm(checkout, { recursive: true }));
  await mkdir(path.join(checkout, 'tools'));
  for (const name of ['yarnw', 'tools/prerequisites.sh', 'tools/gitea']) {
    await symlink(path.join(root, name), path.join(checkout, name));
  }
  const nothing = Object.fromEntries(
    Object.keys(complete)
      .filter(name => name !== 'uname')
      .map(name => [name, undefined]),
  );
  const { status, lacks } = await judge(
    t,
    nothing,
    path.join(checkout, 'yarnw'),
  );
  assert.equal(status, 1);
  assert.equal(lacks.length, 6);
  assert.equal(await exists(path.join(checkout, 'tools', 'runtime')), false);
});

test('Go’s wanted version is the newest that a pinned module asks for', async t => {
  const { stderr } = await judge(t, { go: undefined });
  const wanted = /install Go ([\d.]+)/.exec(stderr)?.[1] ?? '';
  const order = (version: string) =>
    version
      .split('.')
      .map(part => part.padStart(4, '0'))
      .join();
  for (const name of ['kubernetes', 'gitea', 'external-secrets']) {
    const file = path.join(root, 'tools', name, 'go.mod');
    const version = /^go (\S+)$/m.exec(await readFile(file, 'utf8'))?.[1] ?? '';
    assert.ok(order(wanted) >= order(version), name);
  }
});
