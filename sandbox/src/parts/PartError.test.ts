import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PartError } from './PartError.ts';

const about = { log: '/state/log/git.log', command: './yarnw sandbox start' };

test('it says which part, why, what it printed last, and what to do', () => {
  const error = new PartError('git', 'its process ended', {
    ...about,
    tail: 'one\ntwo',
  });
  assert.equal(error.part, 'git');
  assert.match(error.message, /^git did not come up: its process ended\n/);
  assert.match(
    error.message,
    /Last lines of \/state\/log\/git\.log:\n {4}one\n {4}two\n/,
  );
  assert.match(error.message, /run "\.\/yarnw sandbox start" again/);
  assert.match(error.message, /sandbox reset/);
});

test('an empty log is called so', () => {
  const error = new PartError('git', 'no', { ...about, tail: '' });
  assert.match(error.message, /git\.log is empty/);
  assert.doesNotMatch(error.message, /Last lines/);
});
