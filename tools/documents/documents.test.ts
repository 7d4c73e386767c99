import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { listFiles, readFiles, root } from '../structure/sourceFiles.ts';
import { anchorsOf, linksOf } from './linksOf.ts';

/** Pages of the project; those that a repository is stamped with speak of another tree. */
const pages = readFiles('*.md').filter(
  ({ path: file }) => !/^templates\/[^/]+\/(content|examples)\//.test(file),
);
const links = pages.flatMap(({ path: page, text }) =>
  linksOf(text).map(link => ({ page, link })),
);

/** Path from the root that a link leads to. */
const targetOf = (page: string, link: string) =>
  path.posix.join(
    path.posix.dirname(page),
    decodeURIComponent(link.split('#')[0]),
  );

/** Pictures that the journeys take, each in two themes. */
const taken = readFiles('e2e/journeys/*.ts')
  .flatMap(({ text }) => [...text.matchAll(/takePicture\(page, '([\w-]+)'/g)])
  .flatMap(([, name]) =>
    ['light', 'dark'].map(theme => `docs/images/${name}-${theme}.png`),
  );
const present = listFiles('docs/images');

const isInside = (link: string) => !/^[a-z][a-z+.-]*:/i.test(link);
const isPicture = (file: string) => file.startsWith('docs/images/');

test('every link inside the project leads to something that is there', () => {
  const broken = links
    .filter(({ link }) => isInside(link) && !link.startsWith('#'))
    .filter(({ page, link }) => {
      const target = targetOf(page, link);
      return !isPicture(target) && !existsSync(path.join(root, target));
    })
    .map(({ page, link }) => `${page}: ${link}`);
  assert.deepEqual(broken, []);
});

test('every anchor is the heading of its page', () => {
  const broken = links
    .filter(({ link }) => isInside(link) && link.includes('#'))
    .filter(({ page, link }) => {
      const [address, anchor] = link.split('#');
      const file = address ? targetOf(page, link) : page;
      if (!file.endsWith('.md')) return false;
      const text = readFileSync(path.join(root, file), 'utf8');
      return !anchorsOf(text).includes(anchor);
    })
    .map(({ page, link }) => `${page}: ${link}`);
  assert.deepEqual(broken, []);
});

test('every picture is one that a journey takes', () => {
  const shown = links
    .map(({ page, link }) => targetOf(page, link))
    .filter(isPicture);
  const strange = [...shown, ...present].filter(
    file => !taken.includes(file) && file !== 'docs/images',
  );
  assert.deepEqual(strange, []);
});

// one run takes all of them: as soon as it has taken one in the dark, none may be missing
test('the pictures of a run are complete', () => {
  const wanted = present.some(file => file.endsWith('-dark.png')) ? taken : [];
  assert.deepEqual(
    wanted.filter(file => !present.includes(file)),
    [],
    'take them with `SOVD_PICTURES=1 ./yarnw test:e2e`',
  );
});

test('every page of docs/ is named in an index', () => {
  const indexes = ['docs/README.md', 'docs/adr/README.md'];
  const text = pages
    .filter(({ path: page }) => indexes.includes(page))
    .map(page => page.text)
    .join();
  const forgotten = listFiles('docs/*.md').filter(
    file => !indexes.includes(file) && !text.includes(path.basename(file)),
  );
  assert.deepEqual(forgotten, []);
});
