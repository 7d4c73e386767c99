const mask = '[redacted]';

/** Credentials that programs print in URLs, headers and assignments. */
const shapes: [RegExp, string][] = [
  [/(\/\/[^\s/:@]+:)[^\s@/]+@/g, `$1${mask}@`],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${mask}`],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, mask],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, mask],
  [
    /\b(\w*(?:password|passwd|secret|token|api[_-]?key)\w*["']?\s*[:=]\s*["']?)[^\s"',;]+/gi,
    `$1${mask}`,
  ],
];

/**
 * Takes credentials out of a line of a program's output.
 *
 * @param known - secrets that the caller handed to the program
 */
export function redact(line: string, known: readonly string[] = []): string {
  const withoutKnown = known
    .filter(secret => secret.length > 0)
    .reduce((text, secret) => text.split(secret).join(mask), line);
  return shapes.reduce(
    (text, [shape, replacement]) => text.replace(shape, replacement),
    withoutKnown,
  );
}
