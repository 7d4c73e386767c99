import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { StubProgram } from '../__testUtils__/StubProgram.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { runProgram } from '../processes/runProgram.ts';
import { portalEnvironmentFile } from './portalEnvironment.ts';
import { portalProcessEnvironment } from './portalProcessEnvironment.ts';
import { techDocsEnvironment } from './techDocsEnvironment.ts';

test('the portal finds the sandbox, MkDocs of set-up, and what its person has', async t => {
  const settings = await testSettings(t);
  await mkdir(settings.state, { recursive: true });
  await writeFile(portalEnvironmentFile(settings), 'SANDBOX_GIT_HOST=git\n');
  const programs = await techDocsEnvironment.programs(settings);
  await StubProgram.at(path.join(programs, 'mkdocs'), 'echo pinned');
  const env = await portalProcessEnvironment(settings);
  assert.equal(env.SANDBOX_GIT_HOST, 'git');
  assert.equal(env.HOME, process.env.HOME);
  const said = await runProgram('sh', ['-c', 'mkdocs && cat /dev/null'], {
    env,
  });
  assert.equal(said.trim(), 'pinned');
});
