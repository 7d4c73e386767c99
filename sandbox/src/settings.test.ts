import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readSettings } from './settings.ts';

test('without variables, all lies in the checkout and in the cache of the person', () => {
  const settings = readSettings('/checkout', { XDG_CACHE_HOME: '/cache' });
  assert.equal(settings.state, path.join('/checkout', '.sandbox'));
  assert.equal(settings.cache, path.join('/cache', 'sovd-sandbox'));
  const ports = [settings.portalPort, ...Object.values(settings.ports)];
  assert.equal(new Set(ports).size, ports.length, 'two parts share a port');
});

test('a variable moves one thing and nothing else', () => {
  const usual = readSettings('/checkout', {});
  const moved = readSettings('/checkout', {
    SOVD_SANDBOX_STATE: '/elsewhere',
    SOVD_SANDBOX_PORT_GIT: '3001',
    SOVD_PORTAL_PORT: '8080',
  });
  assert.deepEqual(moved, {
    ...usual,
    state: '/elsewhere',
    portalPort: 8080,
    ports: { ...usual.ports, git: 3001 },
  });
});

test('what is no port is refused with the name of its variable', () => {
  for (const text of ['', '0', '65536', '80.5', 'http', '-1']) {
    assert.throws(
      () => readSettings('/checkout', { SOVD_SANDBOX_PORT_AWS: text }),
      /SOVD_SANDBOX_PORT_AWS is ".*", which is no port/,
      text,
    );
  }
});
