import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { lastLines, ProgramError, runProgram } from './runProgram.ts';

test('it returns standard output and passes input', async () => {
  assert.equal(await runProgram('cat', [], { input: 'text' }), 'text');
});

test('a failure tells code, last lines and log', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'sovd-run-'));
  const log = path.join(folder, 'deep', 'run.log');
  const script = 'for i in $(seq 40); do echo line $i >&2; done; exit 3';
  await assert.rejects(
    runProgram('sh', ['-c', script], { log }),
    (error: ProgramError) => {
      assert.match(error.message, /failed with code 3/);
      assert.match(error.message, /line 40/);
      assert.doesNotMatch(error.message, /line 20\n/);
      assert.ok(error.message.includes(log));
      return true;
    },
  );
  assert.match(await readFile(log, 'utf8'), /^line 1\n/);
  await rm(folder, { recursive: true });
});

test('a program that is not there is named', async () => {
  await assert.rejects(runProgram('/no/such/program', []), /no\/such\/program/);
});

test('a program that takes too long is ended', async () => {
  await assert.rejects(
    runProgram('sleep', ['30'], { timeoutMs: 50 }),
    /was ended by SIGTERM/,
  );
});

test('lastLines counts from the end', () => {
  assert.equal(lastLines('a\nb\nc\n', 2), 'b\nc');
});
