import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import { runStage } from './runStage.ts';

const node = process.execPath;
const report = (kind: 'jest', file: string) => ({ kind, file });
const jest = (passed: number) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: 0,
    numPendingTests: 0,
    numRuntimeErrorTestSuites: 0,
  });

async function folder() {
  return mkdtemp(path.join(tmpdir(), 'stage-'));
}

it('passes a check that ends with 0 and counts nothing', async () => {
  const result = await runStage(
    { name: 'a', shows: '', program: node, args: ['-e', ''] },
    await folder(),
  );
  assert.equal(result.failure, undefined);
  assert.deepEqual(result.counts, {
    ...{ passed: 0, failed: 0, skipped: 0 },
    failures: [],
  });
});

it('counts a failed check as one failure', async () => {
  const result = await runStage(
    { name: 'a', shows: '', program: node, args: ['-e', 'process.exit(3)'] },
    await folder(),
  );
  assert.equal(result.failure, 'ended with 3');
  assert.equal(result.counts.failed, 1);
});

it('fails a runner that ran nothing', async () => {
  const script = `require('fs').writeFileSync('r.json', ${JSON.stringify(
    jest(0),
  )})`;
  const stage = {
    name: 'a',
    shows: '',
    program: node,
    args: ['-e', script],
    report: report('jest', 'r.json'),
  };
  assert.equal((await runStage(stage, await folder())).failure, 'ran no test');
});

it('does not take an old report for a new one', async () => {
  const root = await folder();
  await writeFile(path.join(root, 'r.json'), jest(5));
  const stage = {
    name: 'a',
    shows: '',
    program: node,
    args: ['-e', ''],
    report: report('jest', 'r.json'),
  };
  assert.equal(
    (await runStage(stage, root)).failure,
    'left no report at r.json',
  );
});
