import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runProgram } from './runProgram.ts';
import { removeStale, withLock } from './withLock.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sovd-lock-'));
});
after(() => rm(folder, { recursive: true }));

test('processes take turns', async () => {
  const lock = path.join(folder, 'turns');
  const counter = path.join(folder, 'counter');
  await writeFile(counter, '0');
  const source = fileURLToPath(new URL('./withLock.ts', import.meta.url));
  const program = `
    import { readFileSync, writeFileSync } from 'node:fs';
    import { setTimeout } from 'node:timers/promises';
    import { withLock } from ${JSON.stringify(source)};
    await withLock(${JSON.stringify(lock)}, async () => {
      const before = Number(readFileSync(${JSON.stringify(counter)}, 'utf8'));
      await setTimeout(50);
      writeFileSync(${JSON.stringify(counter)}, String(before + 1));
    });`;
  const run = () =>
    runProgram(process.execPath, ['--input-type=module', '-e', program]);
  await Promise.all([run(), run(), run(), run()]);
  const count = await runProgram('cat', [counter]);
  assert.equal(count, '4');
});

test('a lock of a process that is no more is taken over', async () => {
  const lock = path.join(folder, 'stale');
  await writeFile(lock, '1 another-boot/1\n');
  assert.equal(await withLock(lock, async () => 'done'), 'done');
});

test('one that a live process took, after another was judged, stays', async () => {
  const lock = path.join(folder, 'judged');
  const dead = '1 another-boot/1\n';
  await withLock(lock, async () => {
    const live = await readFile(lock, 'utf8');
    await removeStale(lock, dead);
    assert.equal(await readFile(lock, 'utf8'), live);
  });
  // and what is released already is nobody's
  await removeStale(lock, dead);
  const left = await readdir(folder);
  assert.deepEqual(
    left.filter(name => name.startsWith('judged')),
    [],
  );
});

test('it is released when the work fails, and leaves nothing behind', async () => {
  const lock = path.join(folder, 'failing');
  const work = () => Promise.reject(new Error('no'));
  await assert.rejects(withLock(lock, work), /no/);
  assert.equal(await withLock(lock, async () => 1), 1);
  const left = await readdir(folder);
  assert.deepEqual(
    left.filter(name => name.startsWith('failing')),
    [],
  );
});
