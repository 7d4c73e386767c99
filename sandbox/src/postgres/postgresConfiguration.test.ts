import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postgresConfiguration } from './postgresConfiguration.ts';

const files = { certificate: "/it's/server.crt", key: '/a/server.key' };
const text = postgresConfiguration(5999, files);

test('it listens on loopback only, with TLS and without a socket file', () => {
  assert.match(text, /^listen_addresses = '127\.0\.0\.1'$/m);
  assert.match(text, /^port = '5999'$/m);
  assert.match(text, /^unix_socket_directories = ''$/m);
  assert.match(text, /^ssl = 'on'$/m);
});

test('quotes in a path are doubled', () => {
  assert.match(text, /^ssl_cert_file = '\/it''s\/server\.crt'$/m);
});

test('each line is one setting', () => {
  for (const line of text.trimEnd().split('\n')) {
    assert.match(line, /^[a-z_]+ = '([^']|'')*'$/);
  }
});
