import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { StampedDocuments } from '../documents/StampedDocuments.ts';
import { checkTool } from '../tools/checkTool.ts';

const linksOf = (text: string) =>
  [...text.matchAll(/\]\(([^)]+)\)/g)]
    .map(([, link]) => link)
    .filter(link => !link.startsWith('http'));

describe('the documents as a site', () => {
  let documents: StampedDocuments;
  let site: string;
  before(async () => {
    documents = await StampedDocuments.stamp();
    site = await mkdtemp(path.join(tmpdir(), 'sovd-site-'));
    const file = path.join(documents.repository, 'mkdocs.yml');
    // strictly: a link or an anchor that leads nowhere ends it
    await runProgram(await checkTool('mkdocs'), [
      ...['build', '--strict', '--quiet', '--config-file', file],
      ...['--site-dir', site],
    ]);
  });
  after(() =>
    Promise.all([
      documents?.dispose(),
      site && rm(site, { recursive: true, force: true }),
    ]),
  );

  test('are built by MkDocs, strictly, with each page [R001 R057 T003]', () => {
    for (const name of documents.pages.keys()) {
      if (name === 'README.md' || name === 'docs/index.md') continue;
      const page = name.replace(/^docs\//, '').replace(/\.md$/, '/index.html');
      assert.ok(existsSync(path.join(site, page)), page);
    }
    for (const name of [
      ...['deployment', 'troubleshooting', 'disaster_recovery', 'monitoring'],
      ...['infrastructure_setup', 'database_migrations', 'secrets_rotation'],
    ])
      assert.ok(documents.page(`runbooks/${name}`));
    assert.ok(documents.page('user-guides/engineer_guide'));
  });

  test('are linked from the README’s section Documentation, which keeps the rest [R002 R039 R058 R064]', () => {
    const readme = documents.page('README.md');
    const links = linksOf(readme.section('Documentation'));
    const wanted = [...documents.pages.keys()].filter(
      name => !/README|decisions|environments/.test(name),
    );
    for (const name of wanted) assert.ok(links.includes(name), name);
    for (const link of links)
      assert.ok(documents.pages.has(link.split('#')[0]), link);
    const titles = readme.titles(2);
    for (const title of ['On your machine', 'What is where', 'Releases'])
      assert.ok(titles.includes(title), title);
  });

  test('have a page of decisions for each wish that was not taken word by word', () => {
    const decisions = [...documents.pages.values()].filter(({ name }) =>
      name.startsWith('docs/decisions/'),
    );
    const architecture = documents.page('architecture');
    const links = linksOf(architecture.section('Decisions'));
    assert.deepEqual(
      decisions.map(({ name }) => name.replace('docs/', '')).sort(),
      links.sort(),
    );
    for (const page of decisions) {
      for (const title of page.titles(2)) {
        const text = page.section(title);
        for (const part of ['Asked', 'Decided', 'Why'])
          assert.match(
            text,
            new RegExp(`^\\*\\*${part}:\\*\\* \\S`, 'm'),
            title,
          );
      }
    }
  });

  test('link to one another instead of repeating: no paragraph stands twice [R061]', () => {
    const seen = new Map<string, string>();
    for (const { name, text } of documents.pages.values()) {
      if (name.includes('environments/')) continue;
      for (const paragraph of text.split(/\n\s*\n/)) {
        const words = paragraph.replace(/\s+/g, ' ').trim();
        if (words.length < 120 || words.startsWith('```')) continue;
        assert.equal(seen.get(words), undefined, `${name}: ${words}`);
        seen.set(words, name);
      }
    }
    assert.ok(seen.size > 100);
  });

  test('hold no account but the environments’ own', () => {
    for (const { name, text } of documents.pages.values()) {
      const accounts = text.match(/(?<![\w-])\d{12}(?!\d)/g) ?? [];
      const own = name.includes('environments/') ? ['123456789012'] : [];
      assert.deepEqual(
        [...new Set(accounts)],
        accounts.length ? own : [],
        name,
      );
    }
  });
});
