import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { StubProgram } from '../__testUtils__/StubProgram.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import {
  kubernetesProgram,
  kwokManifests,
} from '../builds/kubernetesPrograms.ts';
import { applyDefinitions } from './definitions.ts';

test('kinds come first, then what is written in them, nodes at last', async t => {
  const settings = await testSettings(t);
  const program = await StubProgram.at(
    await kubernetesProgram(settings, 'kubectl'),
  );
  await applyDefinitions(settings);
  const [kinds, wait, rest, ...more] = await program.calls();
  const { definitions, stages } = await kwokManifests(settings);
  assert.ok(kinds.includes(`--filename=${definitions}`));
  assert.equal(wait[0], 'wait');
  assert.ok(wait.includes('crd/stages.kwok.x-k8s.io'));
  const folders = rest
    .filter(word => word.startsWith('--filename='))
    .map(word => word.replace('--filename=', ''));
  assert.equal(folders.shift(), stages);
  assert.match(folders.at(-1) ?? '', /nodes$/);
  for (const folder of folders) {
    const names = await readdir(folder);
    assert.ok(
      names.some(name => name.endsWith('.yaml')),
      folder,
    );
  }
  assert.deepEqual(more, []);
});

test('a kind that never comes to be stops everything behind it', async t => {
  const settings = await testSettings(t);
  const program = await StubProgram.at(
    await kubernetesProgram(settings, 'kubectl'),
    '[ "$1" != wait ] || exit 1',
  );
  await assert.rejects(applyDefinitions(settings), /wait/);
  assert.equal((await program.calls()).length, 2);
});
