import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFreeOfLimits, listFiles, readFiles } from './sourceFiles.ts';

test('listed is what Git tracks or would track, never what is installed', () => {
  const files = listFiles('tools/*');
  assert.ok(files.includes('tools/main.ts'));
  assert.deepEqual(
    files.filter(file => /node_modules|\.setup/.test(file)),
    [],
  );
  assert.equal(new Set(files).size, files.length);
});

test('each file comes with its text', () => {
  const [file] = readFiles('tools/structure/sourceFiles.ts');
  assert.equal(file.path, 'tools/structure/sourceFiles.ts');
  assert.match(file.text, /export function readFiles/);
});

test('tests, stories, fixtures and stamped files may be long; code may not', () => {
  for (const file of [
    'plugins/sovd-deploy/src/Card.test.tsx',
    'plugins/sovd-deploy/src/Card.stories.tsx',
    'sandbox/contract/aws/StackClient.ts',
    'templates/tests/HelmFixture.ts',
    'templates/sovd-webapp/content/backend/app/main.py',
    'e2e/pages/createForm.ts',
  ]) {
    assert.equal(isFreeOfLimits(file), true, file);
  }
  for (const file of [
    'plugins/sovd-deploy/src/Card.tsx',
    'sandbox/src/settings.ts',
    'sandbox/cloudformation/cfn/diff.py',
    'templates/sovd-webapp/template.yaml',
  ]) {
    assert.equal(isFreeOfLimits(file), false, file);
  }
});
