/** How deep an option may refer to others, as in Python's configparser. */
const DEEPEST = 10;

/**
 * Options of one section as Python's `configparser` reads them, with `%(name)s` filled in.
 *
 * @param given - names that may be referred to besides the section's own options
 * @returns a sentence when a reference leads nowhere
 * @see {@link https://docs.python.org/3/library/configparser.html#supported-ini-file-structure}
 */
export function readIniSection(
  text: string,
  section: string,
  given: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, string> | string {
  const raw = new Map([
    ...Object.entries(given),
    ...readRaw(text, 'DEFAULT'),
    ...readRaw(text, section),
  ]);
  const values = new Map<string, string>();
  for (const name of raw.keys()) {
    const value = fill(raw, name, 0);
    // only an option that is asked for fails in Alembic; these few are asked for
    if (value === undefined)
      return `option ${name} of alembic.ini refers to nothing`;
    values.set(name, value);
  }
  return values;
}

function readRaw(text: string, section: string): Map<string, string> {
  const options = new Map<string, string>();
  let current = '';
  let option: { name: string; indent: number } | undefined;
  for (const line of text.split(/\r?\n/)) {
    const plain = line.trim();
    const indent = line.length - line.trimStart().length;
    if (plain.startsWith('#') || plain.startsWith(';')) continue;
    if (option && plain && indent > option.indent) {
      // a deeper line goes on with the value
      const before = options.get(option.name);
      if (current === section) options.set(option.name, `${before}\n${plain}`);
    } else if (plain.startsWith('[') && plain.endsWith(']')) {
      current = plain.slice(1, -1);
      option = undefined;
    } else if (plain) {
      const end = Math.min(
        ...['=', ':'].map(mark => plain.indexOf(mark)).filter(at => at >= 0),
        plain.length,
      );
      const name = plain.slice(0, end).trim().toLowerCase();
      option = { name, indent };
      if (current === section) options.set(name, plain.slice(end + 1).trim());
    }
  }
  return options;
}

function fill(
  raw: ReadonlyMap<string, string>,
  name: string,
  depth: number,
): string | undefined {
  const parts = (raw.get(name) ?? '').split('%');
  let value = parts[0];
  for (let at = 1; at < parts.length; at += 1) {
    const part = parts[at];
    const end = part.indexOf(')s');
    if (part === '' && at + 1 < parts.length) {
      at += 1;
      value += `%${parts[at]}`;
    } else if (part.startsWith('(') && end > 0 && depth < DEEPEST) {
      const reference = part.slice(1, end).toLowerCase();
      const filled = raw.has(reference)
        ? fill(raw, reference, depth + 1)
        : undefined;
      if (filled === undefined) return undefined;
      value += filled + part.slice(end + 2);
    } else return undefined;
  }
  return value;
}
