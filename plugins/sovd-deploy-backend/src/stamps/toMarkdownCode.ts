/** Beyond this a value tells nobody more. */
const OF_VALUE = 120;

/**
 * Any text as code within a line of Markdown: nothing in it is a link, a mention, HTML, or
 * the end of what it stands in. Long text is cut.
 *
 * @param longest - characters that are shown
 */
export function toMarkdownCode(text: string, longest = OF_VALUE): string {
  const characters = [...text.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()];
  const shown =
    characters.length > longest
      ? `${characters.slice(0, longest - 1).join('')}…`
      : characters.join('');
  if (shown === '') return '` `';
  const ticks = Math.max(
    0,
    ...[...shown.matchAll(/`+/g)].map(run => run[0].length),
  );
  const fence = '`'.repeat(ticks + 1);
  // a tick at either end would become a part of the fence
  const room = /^`|`$/.test(shown) ? ' ' : '';
  return `${fence}${room}${shown}${room}${fence}`;
}
