import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { drawArrows, replaceArrows } from './drawArchitecture.ts';
import {
  findForbiddenFolderArrows,
  findForbiddenProviders,
} from './folderArrows.ts';
import { packageArrows, readPackageArrows } from './packageArrows.ts';
import { isFreeOfLimits, readFiles, root } from './sourceFiles.ts';

const isTest = (file: string) =>
  /\.(test|stories)\.|\/(dev|tests|contract|__testUtils__)\/|Contract\.ts$|Fixture|\/test[A-Z]\w*\.ts$/.test(
    file,
  );
const typescript = readFiles('*.ts', '*.tsx').filter(
  ({ path: file }) => !file.startsWith('templates/sovd-webapp/content/'),
);
const sources = typescript.filter(
  ({ path: file }) => !isTest(file) && !file.endsWith('.d.ts'),
);

describe('arrows', () => {
  const arrows = readPackageArrows(typescript);

  it('run between packages only where the map draws them', () => {
    const strange = arrows
      .filter(({ from, to }) => !packageArrows[from].mayImport.includes(to))
      .map(({ from, to, file }) => `${from} may not import ${to} (${file})`);
    assert.deepEqual(strange, []);
  });

  it('run between folders only where the map draws them', () => {
    assert.deepEqual(findForbiddenFolderArrows(sources), []);
  });

  it('reach a provider only from files named after it', () => {
    const backend = sources.filter(({ path: file }) =>
      /^plugins\/sovd-deploy(-backend|-common)?\/src\//.test(file),
    );
    assert.deepEqual(findForbiddenProviders(backend), []);
  });

  it('stand in the architecture page as they are', () => {
    const file = path.join(root, 'docs/architecture.md');
    const page = readFileSync(file, 'utf8');
    // read anew: an arrow of tests and code alike may be told by a test alone
    const drawn = replaceArrows(page, drawArrows(readPackageArrows(sources)));
    if (process.env.DRAW_ARROWS) writeFileSync(file, drawn);
    else
      assert.equal(
        page,
        drawn,
        'run `DRAW_ARROWS=1 ./yarnw test:structure` to draw them anew',
      );
  });
});

describe('files', () => {
  const limited = [...sources, ...readFiles('*.py')].filter(
    ({ path: file }) => !isFreeOfLimits(file),
  );
  const lengths = limited.map(({ path: file, text }) => ({
    file,
    lines: text.split('\n').length - 1,
  }));

  it('have at most 200 lines, and nine of ten at most 120', () => {
    const long = lengths
      .filter(({ lines }) => lines > 200)
      .map(({ file, lines }) => `${file}: ${lines}`);
    assert.deepEqual(long, []);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    assert.ok(
      sorted[Math.floor(sorted.length * 0.9)] <= 120,
      `p90 is ${sorted[Math.floor(sorted.length * 0.9)]}`,
    );
  });

  it('lie at most two folders deep under src, with no inner barrels', () => {
    const ours = sources
      .map(({ path: file }) => file)
      .filter(file => file.includes('/src/'));
    assert.deepEqual(
      ours.filter(file => file.split('/src/')[1].split('/').length > 3),
      [],
    );
    assert.deepEqual(
      ours.filter(
        file =>
          /\/src\/.+\/index\.tsx?$/.test(file) &&
          !file.startsWith('packages/app/'),
      ),
      [],
    );
  });

  it('hold no loose ends in types or comments', () => {
    const loose =
      /(:\s*any\b|\bas any\b|<any>|@ts-(ignore|expect-error|nocheck)|\b(TODO|FIXME)\b)/;
    const found = typescript
      .filter(({ path: file }) => !file.startsWith('tools/structure/'))
      .flatMap(({ path: file, text }) =>
        text
          .split('\n')
          .flatMap((line, index) =>
            loose.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [],
          ),
      );
    assert.deepEqual(found, []);
  });

  // what is committed counts: a machine may set its own registry in the files of a checkout
  it('name no package registry', () => {
    const hosts =
      'registry\\.npmjs\\.org|registry\\.yarnpkg\\.com|files\\.pythonhosted\\.org|pypi\\.org|proxy\\.golang\\.org|sum\\.golang\\.org';
    const { stdout, status } = spawnSync(
      'git',
      ['grep', '--cached', '-lE', hosts, '--', '.', ':!tools/structure'],
      { cwd: root, encoding: 'utf8' },
    );
    assert.deepEqual([status, stdout], [1, '']);
  });
});
