import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { underStateLock } from '../commands/underStateLock.ts';
import { PartProcess } from './PartProcess.ts';

const shell = (script: string) => ({
  program: 'sh',
  args: ['-c', script],
  env: { PATH: process.env.PATH ?? '', ONLY: 'this' },
});

async function newProcess(t: Parameters<typeof testSettings>[0]) {
  const settings = await testSettings(t);
  await underStateLock(settings, async () => undefined);
  const part = new PartProcess(settings, 'part');
  return { settings, part };
}

test('it lives in the state folder, in a session of its own, with nothing of the shell', async t => {
  const { settings, part } = await newProcess(t);
  const { pid } = await part.launch(shell('echo up; env; pwd; exec sleep 60'));
  assert.equal((await part.find())?.pid, pid);
  for (let log = ''; !log.includes(`${settings.state}\n`); ) {
    log = await readFile(part.log, 'utf8');
  }
  let environment = '';
  // empty for the moment in which the shell becomes the next program
  while (environment === '') {
    environment = await readFile(`/proc/${pid}/environ`, 'utf8');
  }
  const names = environment.split('\0').map(entry => entry.split('=')[0]);
  assert.deepEqual(
    names
      .filter(name => !['PWD', '_', 'SHLVL', 'OLDPWD', ''].includes(name))
      .sort(),
    ['ONLY', 'PATH'],
  );
  const [, group, session] =
    /\) \S+ \d+ (\d+) (\d+)/.exec(
      await readFile(`/proc/${pid}/stat`, 'utf8'),
    ) ?? [];
  assert.deepEqual([group, session], [String(pid), String(pid)]);
  assert.equal((await stat(part.log)).mode % 0o1000, 0o600);
  assert.equal(await part.stop(), true);
  assert.equal(await part.find(), undefined);
  assert.equal(await part.stop(), false);
});

test('it ends by the signal that its part names', async t => {
  const { part } = await newProcess(t);
  const script =
    'trap "echo clean; exit" INT; echo up; while :; do sleep 0.05; done';
  await part.launch(shell(script));
  while (!(await part.tail()).includes('up')) continue;
  await part.stop('SIGINT');
  assert.equal(await part.tail(1), 'clean');
});

test('a program that is not there is an error, not a process', async t => {
  const { settings, part } = await newProcess(t);
  const program = path.join(settings.state, 'nothing');
  await assert.rejects(part.launch({ ...shell(''), program }), /ENOENT/);
  assert.equal(await part.find(), undefined);
});
