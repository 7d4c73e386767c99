import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildKey, pinnedVersion, type ToolModule } from './toolModule.ts';

const goMod = `module x

require code.gitea.io/gitea v1.26.0 // indirect

require (
	k8s.io/kubernetes v1.36.3 // indirect
)
`;
const module: ToolModule = { name: 'gitea', folder: '', goMod, goSum: 'a' };

test('versions are read from either form of require', () => {
  assert.equal(pinnedVersion(goMod, 'k8s.io/kubernetes'), '1.36.3');
  assert.equal(pinnedVersion(goMod, 'code.gitea.io/gitea'), '1.26.0');
  assert.throws(() => pinnedVersion(goMod, 'k8s.io/kube'), /requires no/);
});

test('the key changes with pins and recipe, and with nothing else', () => {
  const key = buildKey(module, 'flags');
  assert.equal(buildKey({ ...module, folder: '/elsewhere' }, 'flags'), key);
  assert.notEqual(buildKey(module, 'other flags'), key);
  assert.notEqual(buildKey({ ...module, goSum: 'b' }, 'flags'), key);
});
