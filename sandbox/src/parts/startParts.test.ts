import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { until } from '../__testUtils__/until.ts';
import { Progress } from '../progress/Progress.ts';
import { readSettings, type Settings } from '../settings.ts';
import type { Part } from './Part.ts';
import { PartProcess } from './PartProcess.ts';
import { startParts } from './startParts.ts';
import { stopParts } from './stopParts.ts';

let settings: Settings;
const done: string[] = [];
const parts: Part[] = [];
const silent = () => new Progress(0, () => undefined);
const start = (signal?: AbortSignal) =>
  startParts(parts, settings, { progress: silent(), signal });

function add(name: string, script: string, more: Partial<Part> = {}): void {
  parts.push({
    name,
    after: [],
    command: async () => ({
      program: 'sh',
      args: ['-c', script],
      env: { PATH: process.env.PATH ?? '' },
    }),
    isReady: async () => true,
    settle: async () => {
      done.push(name);
    },
    ...more,
  });
}

before(async () => {
  const state = await mkdtemp(path.join(tmpdir(), 'sovd-parts-'));
  settings = readSettings('/', {
    SOVD_SANDBOX_STATE: state,
    SOVD_SANDBOX_PORT_GIT: '15939',
  });
});
after(() => rm(settings.state, { recursive: true }));
afterEach(async () => {
  await stopParts(parts, settings, silent());
  parts.length = 0;
  done.length = 0;
});

test('parts start in order, are adopted, healed and stopped', async () => {
  add('server', 'exec sleep 60');
  add('client', 'exec sleep 60', { after: ['server'] });
  const first = await start();
  assert.deepEqual(first.started, ['server', 'client']);
  assert.deepEqual(done, ['server', 'client']);
  const server = await new PartProcess(settings, 'server').find();
  assert.ok(server);

  assert.deepEqual((await start()).started, []);
  const client = await new PartProcess(settings, 'client').find();
  process.kill(client?.pid ?? 0, 'SIGKILL');
  await until(
    'its end',
    async () => !(await new PartProcess(settings, 'client').find()),
  );
  assert.deepEqual((await start()).started, ['client']);
  assert.deepEqual(await new PartProcess(settings, 'server').find(), server);

  const ended = await stopParts(parts, settings, silent());
  assert.deepEqual(ended, ['client', 'server']);
  assert.equal(await new PartProcess(settings, 'server').find(), undefined);
});

test('a part that ends is named with its last words; others stay, dependents wait', async () => {
  add('good', 'exec sleep 60');
  add('bad', 'echo the disk is full >&2; exit 1', {
    isReady: async () => false,
  });
  add('later', 'exec sleep 60', { after: ['bad'] });
  await assert.rejects(start(), (error: Error) => {
    assert.match(
      error.message,
      /bad did not come up: (its process ended|it ended at once)/,
    );
    assert.match(error.message, /the disk is full/);
    assert.match(error.message, /What to do/);
    return true;
  });
  assert.ok(await new PartProcess(settings, 'good').find());
  assert.equal(await new PartProcess(settings, 'later').find(), undefined);
});

test('a taken port is named before anything starts', async () => {
  const server = createServer().listen(settings.ports.git, '127.0.0.1');
  await once(server, 'listening');
  add('good', 'exec sleep 60');
  add('git', 'exec sleep 60', { ports: ['git'] });
  await assert.rejects(start(), (error: Error) => {
    assert.match(error.message, /which git needs, is taken by/);
    assert.match(error.message, /SOVD_SANDBOX_PORT_GIT=/);
    return true;
  });
  assert.equal(await new PartProcess(settings, 'good').find(), undefined);
  server.close();
});

test('an interruption gives up what is not ready', async () => {
  add('slow', 'exec sleep 60', { isReady: async () => false });
  const interruption = new AbortController();
  const starting = start(interruption.signal);
  setTimeout(() => interruption.abort(), 200);
  await assert.rejects(starting, /abort/i);
});

test('the log of the run before is kept', async () => {
  add('talker', 'echo first; exec sleep 60');
  await start();
  const { log } = new PartProcess(settings, 'talker');
  for (let said = ''; said === ''; ) said = await readFile(log, 'utf8');
  await stopParts(parts, settings, silent());
  await start();
  assert.equal(await readFile(`${log}.1`, 'utf8'), 'first\n');
});
