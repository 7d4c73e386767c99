import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { runProgram } from './runProgram.ts';
import { sandboxState } from './sandboxState.fixture.ts';

test('a clone has the commits, newest first, and is removed whatever happens', async t => {
  const { write } = sandboxState(t);
  const host = mkdtempSync(path.join(tmpdir(), 'sovd-host-'));
  t.after(() => rmSync(host, { recursive: true }));
  const bare = path.join(host, 'sovd', 'fleet.git');
  const person = ['-c', 'user.name=team', '-c', 'user.email=team@example.com'];
  await runProgram('git', ['init', '--quiet', bare]);
  for (const message of ['first', 'second']) {
    const commit = ['commit', '--quiet', '--allow-empty', '-m', message];
    await runProgram('git', ['-C', bare, ...person, ...commit]);
  }
  write({ SANDBOX_GIT_URL: pathToFileURL(host).href });
  const { commitsOf, withClone } = await import('./git.ts');
  let where = '';
  const commits = await withClone('sovd/fleet', folder => {
    where = folder;
    return commitsOf(folder);
  });
  const head = await runProgram('git', ['-C', bare, 'rev-parse', 'HEAD']);
  assert.equal(commits.length, 2);
  assert.equal(commits[0], head.trim());
  assert.equal(existsSync(where), false);
  const failing = withClone('sovd/fleet', async folder => {
    where = folder;
    throw new Error('seen');
  });
  await assert.rejects(failing, /seen/);
  assert.equal(existsSync(where), false);
});
