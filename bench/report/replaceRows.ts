import type { Row } from './Row.ts';

const begin = '<!-- figures: written by bench/main.ts -->';
const end = '<!-- figures: end -->';
const heads = ['Figure', 'Goal', 'Measured', 'Against', 'Verdict', 'When'];

const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** Lines of a table by their first cell. */
function linesOf(table: string): Map<string, string> {
  const lines = table.split('\n').filter(text => text.startsWith('| '));
  return new Map(
    lines
      .map(text => [text.split(' | ')[0].slice(2).trim(), text] as const)
      .filter(([first]) => first !== heads[0] && !first.startsWith('---')),
  );
}

/**
 * Puts rows into the page's table; those of other figures stay as they are.
 *
 * @param when - the day, for whoever reads a row that is older than the others
 * @param order - all figures, in the order of the table; unknown ones come last
 */
export function replaceRows(
  page: string,
  rows: readonly Row[],
  when: string,
  order: readonly string[],
): string {
  const [head, table, foot] = [
    page.slice(0, page.indexOf(begin)),
    page.slice(page.indexOf(begin) + begin.length, page.indexOf(end)),
    page.slice(page.indexOf(end)),
  ];
  if (!page.includes(begin) || !page.includes(end)) {
    throw new Error(`The page has no place for figures: "${begin}"`);
  }
  const lines = linesOf(table);
  for (const { figure, goal, measured, against, verdict } of rows) {
    const cells = [figure, goal, measured, against, verdict, when].map(cell);
    lines.set(cells[0], line(cells));
  }
  const placeOf = (figure: string) => {
    const place = order.indexOf(figure);
    return place === -1 ? order.length : place;
  };
  const sorted = [...lines].sort(([a], [b]) => placeOf(a) - placeOf(b));
  const text = [
    line(heads),
    line(heads.map(() => '---')),
    ...sorted.map(([, row]) => row),
  ].join('\n');
  return `${head}${begin}\n\n${text}\n\n${foot}`;
}
