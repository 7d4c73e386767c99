import { packageArrows } from './packageArrows.ts';
import type { PackageArrow } from './packageArrows.ts';

const begin =
  '<!-- arrows: drawn from the imports by tools/structure/structure.test.ts -->';
const end = '<!-- arrows: end -->';

function idOf(folder: string): string {
  return folder.replace(/[^a-z]/g, '_');
}

/** The packages and their imports as a Mermaid picture. */
export function drawArrows(arrows: readonly PackageArrow[]): string {
  const boxes = Object.keys(packageArrows).map(
    folder => `  ${idOf(folder)}["${folder}"]`,
  );
  const lines = arrows.map(({ from, to }) => `  ${idOf(from)} --> ${idOf(to)}`);
  return ['```mermaid', 'flowchart LR', ...boxes, ...lines, '```'].join('\n');
}

/** Puts a picture between the markers of a page; fails on a page without them. */
export function replaceArrows(page: string, picture: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from)
    throw new Error(`The page has no place for the arrows: ${begin} … ${end}`);
  return `${page.slice(0, from)}${begin}\n\n${picture}\n\n${page.slice(to)}`;
}
