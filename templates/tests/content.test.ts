import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { parseAllDocuments } from 'yaml';
import {
  chartFolder,
  content,
  discard,
  examples,
  examplesOf,
  filesOf,
  hostileTexts,
  stamp,
} from './StampedRepositoryFixture.ts';

test('every expression of a rendered file ends in the serializer', async () => {
  for (const file of (await filesOf(content)).filter(name =>
    name.endsWith('.njk'),
  )) {
    const text = await readFile(path.join(content, file), 'utf8');
    for (const [expression] of text.matchAll(/\$\{\{.*?\}\}/gs))
      assert.match(expression, /\| dump \}\}$/, file);
    assert.doesNotMatch(text, /\{%/, `${file} has no logic`);
  }
});

for (const description of [
  'Diagnostics for the vehicles of the fleet',
  '',
  ...hostileTexts,
]) {
  test(`a description arrives as it was: ${JSON.stringify(description).slice(
    0,
    40,
  )}`, async () => {
    const folder = await stamp({ name: 'fleet', description });
    const text = await readFile(
      path.join(folder, 'backend/app/application.json'),
      'utf8',
    );
    assert.deepEqual(JSON.parse(text), { name: 'fleet', description });
    await discard(folder);
  });
}

test('the stamped files are well formed and differ by the answers in one file only', async () => {
  const [one, other] = await Promise.all([
    stamp({ name: 'fleet', description: 'one' }),
    stamp({ name: 'depot', description: hostileTexts[3] }),
  ]);
  const files = await filesOf(one);
  assert.deepEqual(files, await filesOf(other));
  const different: string[] = [];
  for (const file of files) {
    const [text, second] = await Promise.all(
      [one, other].map(folder => readFile(path.join(folder, file), 'utf8')),
    );
    if (text !== second) different.push(file);
    // workflows have expressions of GitHub's own
    assert.doesNotMatch(text, /\r|\$\{\{ ?(values|parameters)\b/, file);
    assert.match(text, /\n$|^$/, `${file} ends in a newline`);
    if (file.endsWith('.json')) JSON.parse(text);
    if (
      file.endsWith('.yaml') &&
      !file.startsWith(`${chartFolder}/templates/`)
    ) {
      // CloudFormation's short functions are tags that only it knows
      for (const document of parseAllDocuments(text, { logLevel: 'error' }))
        assert.deepEqual(document.errors, [], file);
    }
  }
  assert.deepEqual(different, ['backend/app/application.json']);
  await Promise.all([one, other].map(discard));
});

test('what the portal writes is not in the content', async () => {
  const files = await filesOf(content);
  const written =
    /^(environments\/[^/]+\/|catalog-info\.yaml|\.sovd-template\.yaml|infrastructure\/(k8s\/bootstrap|cloudformation\/parameters|terraform\/environments)\/)/;
  assert.deepEqual(
    files.filter(file => written.test(file)),
    [],
  );
});

test('no secret and no account stands in content or examples', async () => {
  // twelve zeros end the UUID that means none, which the validator's parser knows
  const secret =
    /(AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY|gh[pousr]_[A-Za-z0-9]{30,}|\b(?!123456789012|0{12})\d{12}\b)/;
  for (const folder of [content, examples, examplesOf('production')]) {
    for (const file of (await filesOf(folder)).filter(
      // sums of files, and a bundle of tables of numbers that is generated from the portal's rules
      name => !/\.sovd-template\.yaml$|validate_environment\.mjs$/.test(name),
    )) {
      assert.doesNotMatch(
        await readFile(path.join(folder, file), 'utf8'),
        secret,
        file,
      );
    }
  }
});

test('nginx has the same configuration in both places, and all headers in each location', async () => {
  const read = (file: string) => readFile(path.join(content, file), 'utf8');
  for (const name of ['nginx.conf', 'security-headers.conf'])
    assert.equal(
      await read(`frontend/${name}`),
      await read(`infrastructure/docker/${name}`),
      name,
    );
  const text = await read('infrastructure/docker/nginx.conf');
  const blocks = [...text.matchAll(/location [^{]+\{[^}]*\}/g)].map(
    ([block]) => block,
  );
  assert.equal(blocks.length, 5);
  // nginx forgets the headers of the server where a location has one of its own
  for (const block of blocks.filter(each => each.includes('add_header')))
    assert.match(block, /include \/etc\/nginx\/security-headers\.conf;/);
  const headers = await read('infrastructure/docker/security-headers.conf');
  for (const name of [
    'X-Frame-Options "SAMEORIGIN"',
    'X-Content-Type-Options "nosniff"',
    'X-XSS-Protection "1; mode=block"',
    'Referrer-Policy "strict-origin-when-cross-origin"',
    "Content-Security-Policy \"default-src 'self'; script-src 'self'; ",
  ])
    assert.ok(headers.includes(`add_header ${name}`), name);
  assert.equal(headers.match(/ always;$/gm)?.length, 5);
  assert.doesNotMatch(headers, /unsafe-eval/);
});

test('the image of the page holds nginx and the built files only', async () => {
  const text = await readFile(
    path.join(content, 'frontend/Dockerfile.prod'),
    'utf8',
  );
  const last = text.slice(text.lastIndexOf('\nFROM '));
  assert.match(last, /^\nFROM nginxinc\/nginx-unprivileged:\S+-alpine-slim\n/);
  assert.doesNotMatch(last, /\bnode\b|npm|COPY \. /);
  assert.deepEqual(last.match(/^USER .*$/gm), ['USER root', 'USER nginx']);
  assert.match(last, /HEALTHCHECK [\s\S]*wget -q --spider .*\/health/);
  const ignored = (
    await readFile(path.join(content, 'frontend/.dockerignore'), 'utf8')
  ).split('\n');
  for (const name of [
    'node_modules',
    'dist',
    'coverage',
    '.git',
    '.env',
    'tests',
    '**/*.test.tsx',
  ])
    assert.ok(ignored.includes(name), name);
});

test('the page has a lock file with a sum for each package, and no leftovers of a generator', async () => {
  const folder = path.join(content, 'frontend');
  const { packages } = JSON.parse(
    await readFile(path.join(folder, 'package-lock.json'), 'utf8'),
  ) as { packages: Record<string, { integrity?: string }> };
  for (const [name, { integrity }] of Object.entries(packages))
    if (name !== '') assert.match(integrity ?? '', /^sha512-/, name);
  assert.deepEqual(
    (await filesOf(folder)).filter(file =>
      /(vite|react)\.svg|App\.css|index\.css|public\//.test(file),
    ),
    [],
  );
});

test('the production image holds neither tests nor tools', async () => {
  const text = await readFile(
    path.join(content, 'backend/Dockerfile.prod'),
    'utf8',
  );
  const last = text.slice(text.lastIndexOf('\nFROM '));
  assert.doesNotMatch(last, /gcc|-dev\b|COPY \. |pip install|--reload/);
  assert.match(
    last,
    /\nUSER 1001\n[\s\S]*\nHEALTHCHECK .*interval=30s.*timeout=10s.*start-period=40s.*retries=3/,
  );
  assert.match(last, /CMD \["sh", "-c", "exec uvicorn /);
  const ignored = (
    await readFile(path.join(content, 'backend/.dockerignore'), 'utf8')
  ).split('\n');
  for (const name of [
    'tests',
    '.git',
    '.env',
    '**/__pycache__',
    '.coverage',
    '.venv',
  ])
    assert.ok(ignored.includes(name), name);
});
