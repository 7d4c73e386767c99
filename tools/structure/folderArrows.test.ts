import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findForbiddenFolderArrows,
  findForbiddenProviders,
} from './folderArrows.ts';

const backend = 'plugins/sovd-deploy-backend/src';
const file = (path: string, specifier: string) => ({
  path: `${backend}/${path}`,
  text: `import { x } from '${specifier}';`,
});

test('a noun may not import another one, nor who composes it', () => {
  for (const to of ['../releases/Release', '../overview/toParts']) {
    const [sentence] = findForbiddenFolderArrows([file('stacks/Stack.ts', to)]);
    assert.match(
      sentence,
      /stacks\/Stack\.ts imports .*: stacks\/ may not know/,
    );
  }
});

test('a composer may see several; a noun may see itself and what is none', () => {
  const files = [
    file('changes/ChangeRunner.ts', '../stacks/Stack'),
    file('overview/toParts.ts', '../releases/Release'),
    file('stacks/Stack.ts', './stackCheckpoint'),
    file('stacks/Stack.ts', '../config'),
    { path: 'sandbox/src/stacks/x.ts', text: "import '../releases/y';" },
  ];
  assert.deepEqual(findForbiddenFolderArrows(files), []);
});

test('types count as imports do', () => {
  const text = "import type { Release } from '../releases/Release';";
  const found = findForbiddenFolderArrows([
    { path: `${backend}/stacks/Stack.ts`, text },
  ]);
  assert.equal(found.length, 1);
});

test('a provider is known only to files that bear its name, and to a pure toX', () => {
  const aws = '@aws-sdk/client-cloudformation';
  const allowed = [
    file('stacks/CloudFormationStack.ts', aws),
    file('stacks/toStack.ts', aws),
    file('releases/HelmDeployer.ts', '@kubernetes/client-node'),
    file('config.ts', '@backstage/config'),
  ];
  assert.deepEqual(findForbiddenProviders(allowed), []);
  const refused = [
    file('stacks/Stack.ts', aws),
    file('stacks/torn.ts', aws),
    file('releases/HelmDeployer.ts', aws),
    file('changes/x.ts', '@backstage/config'),
  ];
  assert.equal(findForbiddenProviders(refused).length, refused.length);
});
