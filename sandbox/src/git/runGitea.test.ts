import assert from 'node:assert/strict';
import { userInfo } from 'node:os';
import { test } from 'node:test';
import { stubGitea } from '../__testUtils__/stubGitea.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { nobody } from '../processes/unprivileged.ts';
import { gitFiles } from './gitConnection.ts';
import { giteaCommand, giteaUser, runGitea } from './runGitea.ts';

test('it really runs as somebody other than root, in its own folder', async t => {
  const settings = await testSettings(t);
  await stubGitea(settings, 'id -u; pwd; echo "$HOME $GITEA_WORK_DIR $USER"');
  const [uid, ...rest] = (await runGitea(settings, [])).trim().split('\n');
  const { folder } = gitFiles(settings);
  assert.deepEqual(rest, [folder, `${folder} ${folder} ${giteaUser()}`]);
  const own = userInfo().uid;
  assert.equal(Number(uid), own === 0 ? nobody : own);
  assert.notEqual(giteaUser(), 'root');
});

test('it gets its arguments as they are, and of the environment only the way to Git', async t => {
  const settings = await testSettings(t);
  const gitea = await stubGitea(settings, '');
  const args = ['admin', 'a b', '$HOME', ''];
  await runGitea(settings, args);
  assert.deepEqual(await gitea.calls(), [args]);
  const { env } = await giteaCommand(settings, []);
  assert.deepEqual(Object.keys(env).sort(), [
    'GITEA_WORK_DIR',
    'HOME',
    'PATH',
    'USER',
  ]);
});
