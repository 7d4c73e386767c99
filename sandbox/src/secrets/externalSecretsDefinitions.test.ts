import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { StubProgram } from '../__testUtils__/StubProgram.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { withPath } from '../__testUtils__/withPath.ts';
import {
  definitionsFolder,
  externalSecretsDefinitions,
} from './externalSecretsDefinitions.ts';

test('three kinds are taken out of the module, once', async t => {
  const settings = await testSettings(t);
  const source = path.join(settings.state, 'module');
  const bases = path.join(source, 'config', 'crds', 'bases');
  await mkdir(bases, { recursive: true });
  const kinds = ['clustersecretstores', 'externalsecrets', 'secretstores'];
  for (const kind of [...kinds, 'pushsecrets']) {
    await writeFile(path.join(bases, `external-secrets.io_${kind}.yaml`), kind);
  }
  const bin = path.join(settings.state, 'bin');
  const go = await StubProgram.at(
    path.join(bin, 'go'),
    `[ "$1" = mod ] || echo '${source}'`,
  );
  withPath(t, bin);
  const log = path.join(settings.state, 'log');
  assert.equal(await externalSecretsDefinitions.isDone(settings), false);
  await externalSecretsDefinitions.run(settings, log);
  await externalSecretsDefinitions.run(settings, log);
  assert.equal(await externalSecretsDefinitions.isDone(settings), true);
  const folder = await definitionsFolder(settings);
  assert.deepEqual(
    (await readdir(folder)).sort(),
    kinds.map(kind => `external-secrets.io_${kind}.yaml`),
  );
  assert.equal((await go.calls()).length, 2);
});
