import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printed } from '../__testUtils__/printed.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { exists } from '../builds/buildOnce.ts';
import { sandboxCommand } from './sandboxCommand.ts';

test('a word that is no command is answered with those that are', async t => {
  const told = t.mock.method(process.stderr, 'write', () => true);
  const settings = await testSettings(t);
  for (const args of [[], ['sttop']]) {
    assert.equal(await sandboxCommand(settings, args), 2);
  }
  assert.match(
    String(told.mock.calls[0].arguments[0]),
    /start\|stop\|status\|reset/,
  );
  assert.equal(await exists(settings.state), false);
});

test('stop, status and reset work on a sandbox that never ran', async t => {
  printed(t);
  const settings = await testSettings(t);
  assert.equal(await sandboxCommand(settings, ['status']), 3);
  assert.equal(await sandboxCommand(settings, ['stop']), 0);
  assert.equal(await sandboxCommand(settings, ['reset']), 0);
});
