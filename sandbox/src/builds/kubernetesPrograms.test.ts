import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { StubProgram } from '../__testUtils__/StubProgram.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { withPath } from '../__testUtils__/withPath.ts';
import {
  kubernetesProgram,
  kubernetesPrograms,
  kwokManifests,
} from './kubernetesPrograms.ts';
import { pinnedVersion, readToolModule } from './toolModule.ts';

test('programs know their version, etcd has its name, and only manifests are taken of KWOK', async t => {
  const settings = await testSettings(t);
  const kwok = path.join(settings.state, 'kwok');
  const folders = [
    'crd/bases',
    'stage/node/fast',
    'stage/node/heartbeat-with-lease',
  ].map(name => path.join(kwok, 'kustomize', name));
  for (const [index, folder] of folders.entries()) {
    await mkdir(folder, { recursive: true });
    for (const name of [`${index}.yaml`, 'kustomization.yaml', 'README.md']) {
      await writeFile(path.join(folder, name), '');
    }
  }
  const bin = path.join(settings.state, 'bin');
  const go = await StubProgram.at(
    path.join(bin, 'go'),
    `[ "$1" = list ] && { echo '${kwok}'; exit; }
while [ $# -gt 0 ]; do
  [ "$1" = -o ] && : > "$2/server" && : > "$2/kubectl"
  shift
done`,
  );
  withPath(t, bin);
  assert.equal(await kubernetesPrograms.isDone(settings), false);
  await kubernetesPrograms.run(settings, path.join(settings.state, 'log'));
  assert.equal(await kubernetesPrograms.isDone(settings), true);

  const etcd = await kubernetesProgram(settings, 'etcd');
  const built = await readdir(path.dirname(etcd));
  assert.deepEqual(built.sort(), ['etcd', 'kubectl']);
  const { definitions, stages } = await kwokManifests(settings);
  assert.deepEqual(await readdir(definitions), ['0.yaml']);
  assert.deepEqual((await readdir(stages)).sort(), ['1.yaml', '2.yaml']);

  const { goMod } = await readToolModule(settings, 'kubernetes');
  const version = pinnedVersion(goMod, 'k8s.io/kubernetes');
  const [[, ...build]] = await go.calls();
  const flags = build[build.indexOf('-ldflags') + 1];
  assert.ok(flags.includes(`version.gitVersion=v${version} `));
  assert.ok(flags.includes(`version.gitMinor=${version.split('.')[1]} `));
});
