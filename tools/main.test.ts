import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { testSettings } from '../sandbox/src/__testUtils__/testSettings.ts';

test('a wrong port is told in one line, and nothing is set up', async t => {
  const { root, state } = await testSettings(t);
  const checkout = path.join(state, 'checkout');
  await mkdir(checkout, { recursive: true });
  for (const name of ['sandbox', 'stamped']) {
    await symlink(path.join(root, name), path.join(checkout, name));
  }
  const tools = path.join(checkout, 'tools');
  await mkdir(tools);
  await cp(path.join(root, 'tools', 'main.ts'), path.join(tools, 'main.ts'));
  await cp(path.join(root, 'tools', 'setup'), path.join(tools, 'setup'), {
    recursive: true,
  });
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(tools, 'main.ts'), 'sandbox', 'status'],
    {
      ...{ encoding: 'utf8' },
      env: { ...process.env, SOVD_SANDBOX_PORT_GIT: 'x' },
    },
  );
  assert.equal(status, 1);
  assert.match(
    stderr,
    /^\nSOVD_SANDBOX_PORT_GIT is "x", which is no port.*\n$/,
  );
  assert.deepEqual((await readdir(checkout)).sort(), [
    'sandbox',
    'stamped',
    'tools',
  ]);
});
