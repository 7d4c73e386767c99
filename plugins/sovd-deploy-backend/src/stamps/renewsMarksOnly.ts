/** What stands between two marks is written by the portal; all other text is the team's. */
const marked = /<!-- sovd:begin ([\w-]+) -->.*?<!-- sovd:end \1 -->/gs;

function ownLines(text: string): string[] {
  return text.replace(marked, '').split('\n').filter(Boolean);
}

/**
 * Whether a text has all lines of another one in their order, and differs by what stands
 * between marks: a section that is renewed, or one that came with its heading.
 */
export function renewsMarksOnly(fresh: string, former: string): boolean {
  if (fresh.search(marked) < 0) return false;
  const lines = ownLines(fresh);
  let at = 0;
  return ownLines(former).every(line => {
    at = lines.indexOf(line, at) + 1;
    return at > 0;
  });
}
