import type { Requirement } from './Requirement.ts';
import { subjects } from './subjects.ts';

/** A table's cell: bars and line ends would end it. */
const cell = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

function rowOf({ id, what, file, test, byHand, why }: Requirement): string {
  const files = file.map(name => `\`${name}\``).join('<br>');
  const proof = [
    ...(test ? [`[${test.split('/').at(-1)}](../${test})`] : []),
    ...(byHand ? [`by hand: \`${cell(byHand)}\` (${cell(why ?? '')})`] : []),
  ].join('<br>');
  return `| ${id} | ${cell(what)} | ${files} | ${proof} |`;
}

/** The page `docs/requirements.md`. */
export function toRequirementsPage(
  requirements: readonly Requirement[],
): string {
  const parts = Object.entries(subjects).flatMap(([letter, { title }]) => [
    `## ${title}`,
    '',
    '| id | demand | file | proof |',
    '| --- | --- | --- | --- |',
    ...requirements.filter(({ id }) => id.startsWith(letter)).map(rowOf),
    '',
  ]);
  const proven = requirements.filter(
    ({ test, byHand }) => test && !byHand,
  ).length;
  return [
    '# What a stamped repository must be, and what proves it',
    '',
    `${requirements.length} demands; ${proven} are wholly proven by a test of \`./yarnw test\`, the others name the command`,
    'that shows them and why it can’t run here. Files are those of the stamped repository, or of this project.',
    'The page is made from `stamped/requirements/*.yaml` by `node stamped/requirements/writePage.ts`.',
    '',
    ...parts,
  ].join('\n');
}
