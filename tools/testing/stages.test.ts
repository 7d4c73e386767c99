import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { listFiles, root } from '../structure/sourceFiles.ts';
import { suites } from './stages.ts';

const all = suites.all;

test('the whole holds every stage of every suite, each once', () => {
  const names = all.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const [suite, stages] of Object.entries(suites)) {
    for (const { name } of stages) assert.ok(names.includes(name), suite);
  }
});

test('no two stages write one report', () => {
  const reports = all.flatMap(({ report }) => report?.file ?? []);
  assert.equal(new Set(reports).size, reports.length);
});

test('a runner of Node’s writes its report where it is looked for', () => {
  for (const { name, args, cwd = '', report } of all) {
    const destination = args.findLast(arg =>
      arg.includes('reporter-destination'),
    );
    if (!destination || !report) continue;
    const file = path.join(cwd, destination.split('=')[1]);
    assert.equal(path.normalize(file), report.file, name);
  }
});

test('every test of Node’s own runner is in a stage', () => {
  const run = new Set(
    all
      .filter(({ program }) => program === 'node')
      .flatMap(({ args, cwd = '' }) =>
        globSync(args.at(-1) ?? '', { cwd: path.join(root, cwd) }).map(file =>
          path.join(cwd, file),
        ),
      ),
  );
  const tests = listFiles(
    ...['sandbox/*.test.ts', 'tools/*.test.ts'],
    ...['templates/tests/*.test.ts', 'e2e/outside/*.test.ts'],
  ).filter(file =>
    /from 'node:test'/.test(readFileSync(path.join(root, file), 'utf8')),
  );
  assert.ok(tests.length > 50);
  assert.deepEqual(
    tests.filter(file => !run.has(file)),
    [],
  );
});

test('scripts that stages call are there', () => {
  const yarn = ['workspace', 'backstage-cli', 'jest', 'run'];
  for (const { name, program, args, cwd = '' } of all) {
    const file = path.join(root, cwd, 'package.json');
    const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as {
      scripts: Record<string, string>;
    };
    const [word] = args;
    if (program === 'yarn')
      assert.ok(word in scripts || yarn.includes(word), name);
  }
});
