import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEnv } from 'node:util';
import { formatEnvironment } from './portalEnvironment.ts';

test('what is written is what is read', () => {
  const values = {
    A: 'plain/path.x',
    B: '/home/my project/.sandbox',
    C: 'a==',
  };
  assert.deepEqual({ ...parseEnv(formatEnvironment(values)) }, values);
});

test('a value that an env file would change is refused', () => {
  for (const value of ['a"b', 'a$b', "a'b", 'a\nb', 'a`b', 'a\\b']) {
    assert.throws(() => formatEnvironment({ NAME: value }), /NAME holds/);
  }
});
