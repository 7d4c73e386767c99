import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { StubProgram } from '../__testUtils__/StubProgram.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { withPath } from '../__testUtils__/withPath.ts';
import { giteaProgram, giteaPrograms } from './giteaProgram.ts';
import { pinnedVersion, readToolModule } from './toolModule.ts';

/** A Go that makes an empty program of what it is told to build. */
const go = `while [ $# -gt 0 ]; do
  [ "$1" = -o ] && : > "$2"
  shift
done
[ "$CGO_ENABLED" = 0 ] || exit 9`;

test('the program is built once, at the pinned version, without C', async t => {
  const settings = await testSettings(t);
  const folder = path.join(settings.state, 'bin');
  const compiler = await StubProgram.at(path.join(folder, 'go'), go);
  withPath(t, folder);
  const log = path.join(settings.state, 'gitea.log');
  assert.equal(await giteaPrograms.isDone(settings), false);
  await giteaPrograms.run(settings, log);
  assert.equal(await giteaPrograms.isDone(settings), true);
  await giteaPrograms.run(settings, log);
  const [build, ...more] = await compiler.calls();
  assert.deepEqual(more, []);
  assert.equal(build[0], 'build');
  assert.equal(build.at(-1), 'code.gitea.io/gitea');
  const { goMod } = await readToolModule(settings, 'gitea');
  const version = pinnedVersion(goMod, 'code.gitea.io/gitea');
  assert.ok(build.some(word => word.includes(`main.Version=${version}`)));
  assert.ok((await giteaProgram(settings)).startsWith(settings.cache));
});

test('a build that fails leaves nothing to be taken for a program', async t => {
  const settings = await testSettings(t);
  const folder = path.join(settings.state, 'bin');
  await StubProgram.at(path.join(folder, 'go'), 'echo no space >&2; exit 1');
  withPath(t, folder);
  const log = path.join(settings.state, 'gitea.log');
  await assert.rejects(giteaPrograms.run(settings, log), /no space/);
  assert.equal(await giteaPrograms.isDone(settings), false);
});
