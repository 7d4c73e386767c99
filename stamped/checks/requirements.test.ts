import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { production, staging } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';
import { readRequirements } from '../requirements/readRequirements.ts';
import { requirementIds } from '../requirements/subjects.ts';
import { toRequirementsPage } from '../requirements/toRequirementsPage.ts';

const root = path.resolve(import.meta.dirname, '../..');
const requirements = await readRequirements();

test('every demand has exactly one entry', () => {
  assert.deepEqual(
    requirements.map(({ id }) => id),
    [...requirementIds].sort(),
  );
});

test('every entry names files that are there', async t => {
  const folders = await Promise.all(
    [staging, production].map(({ answers }) => stampRepository(answers)),
  );
  t.after(() =>
    Promise.all(folders.map(folder => rm(folder, { recursive: true }))),
  );
  const places = [...folders, root];
  const missing = requirements.flatMap(({ id, file }) =>
    file.length === 0
      ? [`${id}: no file`]
      : file
          .filter(
            name => !places.some(place => existsSync(path.join(place, name))),
          )
          .map(name => `${id}: ${name}`),
  );
  assert.deepEqual(missing, []);
});

test('every entry names a test that speaks of it, or the command and why it can’t run here', async () => {
  const texts = new Map<string, string>();
  const found: string[] = [];
  for (const { id, test: file, byHand, why } of requirements) {
    if (!file) {
      if (!byHand || !why) found.push(`${id}: neither test nor command`);
      continue;
    }
    if (!texts.has(file)) {
      const text = await readFile(path.join(root, file), 'utf8').catch(
        () => '',
      );
      texts.set(file, text);
    }
    if (!texts.get(file)?.includes(id)) {
      found.push(`${id}: ${file} doesn’t speak of it`);
    }
  }
  assert.deepEqual(found, []);
});

test('the page says what the ledgers say', async () => {
  assert.equal(
    await readFile(path.join(root, 'docs/requirements.md'), 'utf8'),
    toRequirementsPage(requirements),
    'run `node stamped/requirements/writePage.ts`',
  );
});
