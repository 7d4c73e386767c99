/** A table of Markdown. Cells come from names, numbers and words of lists, so none needs escaping. */
export function toMarkdownTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [heads, heads.map(() => '---'), ...rows];
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n');
}
