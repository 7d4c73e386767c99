import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTemplateRenderer } from 'nunjitsu';
import { readSettings } from '@sovd/sandbox/src/settings.ts';

export const template = path.resolve(import.meta.dirname, '../sovd-webapp');
export const content = path.join(template, 'content');
export const examples = path.join(template, 'examples', 'staging');
export const chartFolder = 'infrastructure/helm/sovd-webapp';
export const settings = readSettings(
  path.resolve(import.meta.dirname, '../..'),
);

/** Text that breaks out of every kind of file that is written by concatenation. */
export const hostileTexts = [
  `"; rm -rf / #`,
  `', injected: true, x: '`,
  'line\nspec:\n  owner: group:default/other',
  '${{ values.name }} {% raw %} {{ .Values.secrets }} {# #} $(id) `id`',
  '\\" \\u0000 \u0000 \u2028 \ud83d\ude97 <script>',
  '--- !!binary &a *a | > % @',
];

/** All files under a folder, as paths from it. */
export async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => entry.isFile())
    .map(entry =>
      path.relative(folder, path.join(entry.parentPath, entry.name)),
    )
    .filter(file => !/__pycache__|\/\.\w+_cache\//.test(file))
    .sort();
}

/**
 * What the step `fetch` of template.yaml makes of `content/`: files that end in `.njk` go through the scaffolder's own
 * template engine and lose that ending, all others are copied as they are.
 */
export async function stamp(values: {
  name: string;
  description: string;
}): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sovd-stamped-'));
  const renderer = createTemplateRenderer();
  for (const file of await filesOf(content)) {
    const to = path.join(folder, file);
    await mkdir(path.dirname(to), { recursive: true });
    if (file.endsWith('.njk')) {
      const text = await readFile(path.join(content, file), 'utf8');
      await writeFile(
        to.slice(0, -'.njk'.length),
        renderer.render(text, { values }),
      );
    } else {
      await cp(path.join(content, file), to);
    }
  }
  return folder;
}

export const discard = (folder: string) =>
  rm(folder, { recursive: true, force: true });
