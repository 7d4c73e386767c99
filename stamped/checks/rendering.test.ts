import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import {
  filesOf,
  hostileTexts,
} from '@sovd/templates/tests/StampedRepositoryFixture.ts';
import { parse, parseAllDocuments } from 'yaml';
import { matrix, staging } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';

/** Charts' templates are no YAML before Helm rendered them. */
const isYaml = (file: string) =>
  /\.ya?ml$/.test(file) && !file.includes('/sovd-webapp/templates/');

/** Each file can be read by what its ending promises. */
async function judge(folder: string) {
  for (const file of await filesOf(folder)) {
    const text = await readFile(path.join(folder, file), 'utf8');
    assert.ok(!text.includes('\r'), `${file} has carriage returns`);
    if (file.endsWith('.json') && !/tsconfig/.test(file)) JSON.parse(text);
    if (isYaml(file)) {
      for (const document of parseAllDocuments(text)) {
        assert.deepEqual(document.errors, [], file);
      }
    }
  }
}

for (const { name, answers } of matrix) {
  test(`stamps ${name}: nothing is left to render, and every file can be read`, async t => {
    const folder = await stampRepository(answers);
    t.after(() => rm(folder, { recursive: true, force: true }));
    await judge(folder);
    for (const file of await filesOf(folder)) {
      const text = await readFile(path.join(folder, file), 'utf8');
      // GitHub's own expressions know steps, too
      const left = file.startsWith('.github/')
        ? /\$\{\{ ?(values|parameters)\b/
        : /\$\{\{ ?(values|parameters|steps)\b/;
      assert.doesNotMatch(text, left, file);
    }
  });
}

test('hostile text in free fields stays text', async t => {
  for (const description of hostileTexts) {
    const folder = await stampRepository({
      ...staging.answers,
      description,
    });
    t.after(() => rm(folder, { recursive: true, force: true }));
    await judge(folder);
    const file = 'environments/staging/environment.yaml';
    const { answers } = parse(await readFile(path.join(folder, file), 'utf8'));
    assert.equal(answers.description, description);
    assert.equal(answers.owner, staging.answers.owner);
  }
});
