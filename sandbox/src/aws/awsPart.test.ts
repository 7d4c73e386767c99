import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { serve } from '../__testUtils__/serve.ts';
import { StubProgram } from '../__testUtils__/StubProgram.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import {
  awsEndpoint,
  awsEnvironment,
  awsPart,
  engineFolder,
} from './awsPart.ts';

test('the engine listens on loopback and keeps its state where only this user may look', async t => {
  const settings = await testSettings(t, { aws: 6006 });
  const programs = await awsEnvironment.programs(settings);
  const python = await StubProgram.at(path.join(programs, 'python'));
  await awsPart.prepare?.(settings);
  const { program, args, cwd, env } = await awsPart.command(settings);
  assert.equal(program, python.file);
  assert.deepEqual(args.slice(2), ['--host', '127.0.0.1', '--port', '6006']);
  assert.equal(cwd, engineFolder(settings));
  await stat(path.join(cwd ?? '', args[1], '__main__.py'));
  const folder = path.dirname(env.SANDBOX_STATE);
  assert.ok(folder.startsWith(settings.state));
  assert.equal((await stat(folder)).mode % 0o1000, 0o700);
});

test('no credentials of the person reach it', async t => {
  process.env.AWS_SECRET_ACCESS_KEY = 'mine';
  t.after(() => delete process.env.AWS_SECRET_ACCESS_KEY);
  const { env, args } = await awsPart.command(await testSettings(t));
  assert.ok(!JSON.stringify([env, args]).includes('mine'));
  assert.ok(Object.keys(env).every(name => !name.startsWith('AWS_')));
});

test('it is ready when it calls itself healthy', async t => {
  let status = 503;
  const { port, url, calls } = await serve(t, () => [status]);
  const settings = await testSettings(t, { aws: port });
  assert.equal(awsEndpoint(settings), url);
  assert.equal(await awsPart.isReady(settings), false);
  status = 200;
  assert.equal(await awsPart.isReady(settings), true);
  assert.equal(calls[0].target, '/sandbox-api/health');
});
