import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { runProgram } from '../processes/runProgram.ts';
import { readSettings, type Settings } from '../settings.ts';
import { PythonEnvironment } from './PythonEnvironment.ts';

let folder: string;
let settings: Settings;
let environment: PythonEnvironment;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sovd-python-'));
  settings = readSettings(folder, { XDG_CACHE_HOME: folder });
  await pin('# nothing is needed\n');
  environment = new PythonEnvironment({
    name: 'test',
    title: 'Python of this test',
    requirementsFile: () => path.join(folder, 'requirements.txt'),
  });
});
after(() => rm(folder, { recursive: true, force: true }));

function pin(text: string): Promise<void> {
  return writeFile(path.join(folder, 'requirements.txt'), text);
}

test('two builds at once leave one environment that runs', async () => {
  assert.equal(await environment.isDone(settings), false);
  await Promise.all([environment.run(settings), environment.run(settings)]);
  assert.equal(await environment.isDone(settings), true);
  const python = path.join(await environment.programs(settings), 'python');
  const prefix = await runProgram(python, [
    '-c',
    'import sys; print(sys.prefix)',
  ]);
  assert.equal(prefix.trim(), await environment.folder(settings));
  // the link and the one folder that it names
  assert.equal((await readdir(settings.cache)).length, 2);
});

test('other pins are another environment', async () => {
  const first = await environment.folder(settings);
  await pin('# something else\n');
  assert.notEqual(await environment.folder(settings), first);
});

test('what has no hash is refused, and nothing half made is left', async () => {
  await pin(`local @ file://${folder}\n`);
  await assert.rejects(environment.run(settings), /hash/);
  assert.equal(await environment.isDone(settings), false);
});
