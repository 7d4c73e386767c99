/** Lines that a reader goes through. */
const MOST = 25;
/** Characters, so that a list of long lines is cut as well. */
const LONGEST = 6_000;

/** A Markdown list of the first lines; the others are counted. */
export function toBoundedList(lines: readonly string[]): string[] {
  const shown: string[] = [];
  let length = 0;
  for (const line of lines.slice(0, MOST)) {
    length += line.length;
    if (length > LONGEST) break;
    shown.push(`- ${line}`);
  }
  const more = lines.length - shown.length;
  return more > 0 ? [...shown, `- and ${more} more`] : shown;
}
