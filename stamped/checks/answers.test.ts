import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { staging } from '../repository/matrix.ts';
import {
  addEnvironment,
  stampRepository,
} from '../repository/stampRepository.ts';
import { runScript } from '../scripts/runScript.ts';

let folder: string;
before(async () => {
  folder = await stampRepository(staging.answers);
});
after(() => rm(folder, { recursive: true }));

/** What `make check-answers` runs, with the Node of this run. */
const check = () =>
  runScript(folder, [process.execPath, 'scripts/validate_environment.mjs'], {});

test("a repository's own answers keep to the rules", async () => {
  const { code, text } = await check();
  assert.equal(code, 0, text);
  // what is said of ends of support depends on the day
  assert.match(text, /^1 environment\(s\), 0 blocker\(s\)\n$/m);
});

test('what the target does not offer, and an address block that is taken, are found there too', async () => {
  await addEnvironment(folder, { ...staging.answers, environment: 'qa' });
  const file = path.join(folder, 'environments/staging/environment.yaml');
  const text = await readFile(file, 'utf8');
  const old = text.replace(
    'kubernetesVersion: "1.36"',
    'kubernetesVersion: "1.20"',
  );
  assert.notEqual(old, text);
  await writeFile(file, old);
  const { code, text: said } = await check();
  assert.equal(code, 1);
  assert.match(said, /environments\/staging\/environment\.yaml: .*1\.20/);
  assert.match(said, /environments\/qa\/environment\.yaml: .*overlaps/);
});
