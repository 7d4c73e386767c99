import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { runProgram } from '../processes/runProgram.ts';
import { postgresPrograms } from './postgresPrograms.ts';

test('PostgreSQL’s programs run, all of one version', async () => {
  const folder = await postgresPrograms();
  for (const name of ['postgres', 'initdb']) {
    const program = path.join(folder, name);
    // its libraries are found by links that its package doesn't hold
    const version = await runProgram(program, ['--version']);
    assert.match(version, RegExp(`^${name} \\(PostgreSQL\\) 15\\.`));
  }
});

test('they are prepared once', () => {
  assert.equal(postgresPrograms(), postgresPrograms());
});
