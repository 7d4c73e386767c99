import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';

test('a suite that is none is answered with those that are, and nothing runs', () => {
  const program = path.join(import.meta.dirname, 'main.ts');
  const run = spawnSync(process.execPath, [program, 'everything'], {
    encoding: 'utf8',
  });
  assert.equal(run.status, 2);
  assert.equal(run.stdout, '');
  assert.match(run.stderr, /no suite "everything".*check, structure, unit/);
});
