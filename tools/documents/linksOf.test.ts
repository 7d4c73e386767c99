import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorsOf, linksOf } from './linksOf.ts';

test('links and pictures are found in Markdown and in HTML', () => {
  const page = [
    'See [one](a.md), ![two](images/b.png "B") and [three][c].',
    '[c]: ../c.md',
    '<source media="(prefers-color-scheme: dark)" srcset="images/d.png" />',
    '<img alt="e" src="images/e.png" />',
  ].join('\n');
  assert.deepEqual(linksOf(page), [
    'a.md',
    'images/b.png',
    '../c.md',
    'images/d.png',
    'images/e.png',
  ]);
});

test('what stands in code is no link', () => {
  const page = 'Write `[x](y.md)`:\n\n```md\n[x](z.md)\n```\n\n[w](w.md)';
  assert.deepEqual(linksOf(page), ['w.md']);
});

test('anchors are those of the headings, the second of a name with a number', () => {
  const page =
    '# At home\n\n## `SOVD_KUBE_CONTEXT`, again\n\n```sh\n# no\n```\n\n## At home\n';
  assert.deepEqual(anchorsOf(page), [
    'at-home',
    'sovd_kube_context-again',
    'at-home-1',
  ]);
});
