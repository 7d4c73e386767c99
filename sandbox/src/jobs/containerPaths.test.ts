import assert from 'node:assert/strict';
import { test } from 'node:test';

import { mapPaths } from './containerPaths.ts';

const map = [
  ['/app', '/pod/root'],
  ['/app/secrets', '/pod/secrets'],
] as const;

for (const [value, expected] of [
  ['/app', '/pod/root'],
  ['/app/alembic.ini', '/pod/root/alembic.ini'],
  ['/app/secrets/a', '/pod/secrets/a'],
  ['/app:/app/lib:/usr/lib', '/pod/root:/pod/root/lib:/usr/lib'],
  ['/application', '/application'],
  ['postgresql://h/d?cert=/app/x', 'postgresql://h/d?cert=/app/x'],
]) {
  test(`${value} is ${expected} here`, () => {
    assert.equal(mapPaths(value, map), expected);
  });
}
