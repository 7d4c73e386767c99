import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchSettings } from './benchSettings.ts';

test('it lives beside the ordinary sandbox and is audited', () => {
  const settings = benchSettings('/checkout', {});
  assert.equal(settings.state, '/checkout/.sandbox-bench');
  assert.equal(settings.ports.git, 21_930);
  assert.equal(settings.portalPort, 13_007);
  assert.equal(settings.audit, true);
  const moved = benchSettings('/checkout', { SOVD_SANDBOX_PORT_GIT: '3001' });
  assert.equal(moved.ports.git, 3_001);
});
