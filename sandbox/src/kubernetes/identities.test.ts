import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeTokens } from './identities.ts';

test('known tokens stay, missing ones are added', () => {
  const first = completeTokens('');
  assert.equal(completeTokens(first), first);
  const lines = first.trim().split('\n');
  const shortened = `${lines.slice(0, 2).join('\n')}\n`;
  const completed = completeTokens(shortened);
  assert.ok(completed.startsWith(shortened));
  assert.equal(completed.trim().split('\n').length, lines.length);
  assert.notEqual(completed, first);
});

test('only people and KWOK have all rights', () => {
  const masters = completeTokens('')
    .split('\n')
    .filter(line => line.includes('system:masters'))
    .map(line => line.split(',')[1]);
  assert.deepEqual(masters, ['admin', 'kwok']);
});
