import type { SyntaxNode } from '@lezer/common';
import type { PythonLiteral } from './PythonLiteral';

const SIMPLE: Record<string, string> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const HEX_DIGITS: Record<string, number> = { x: 2, u: 4, U: 8 };
const OCTAL = '01234567';

/**
 * The value of one string token, as Python's lexical rules give it.
 *
 * @see {@link https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals}
 */
export function readPythonString(
  node: SyntaxNode,
  source: string,
): PythonLiteral {
  const token = source.slice(node.from, node.to);
  let start = 0;
  while (token[start] !== '"' && token[start] !== "'") start += 1;
  const prefix = token.slice(0, start).toLowerCase();
  if (prefix.includes('b')) {
    return { kind: 'unreadable', reason: `${token} is bytes, not text` };
  }
  if (node.getChild('FormatReplacement')) {
    return { kind: 'unreadable', reason: `${token} has a placeholder` };
  }
  const quote = token[start];
  const triple = token.startsWith(quote.repeat(3), start) ? 3 : 1;
  let body = token.slice(start + triple, token.length - triple);
  if (prefix.includes('f')) {
    body = body.split('{{').join('{').split('}}').join('}');
  }
  if (prefix.includes('r')) return { kind: 'string', value: body };
  const value = unescape(body);
  return value === undefined
    ? { kind: 'unreadable', reason: `${token} has an escape by name` }
    : { kind: 'string', value };
}

/** Undefined for `\N{…}`, whose table only Python has. */
function unescape(body: string): string | undefined {
  let value = '';
  for (let at = 0; at < body.length; at += 1) {
    if (body[at] !== '\\') {
      value += body[at];
      continue;
    }
    at += 1;
    const code = body[at];
    if (code === 'N') return undefined;
    const digits = HEX_DIGITS[code];
    if (digits) {
      const point = Number.parseInt(body.slice(at + 1, at + 1 + digits), 16);
      if (!(point <= 0x10ffff)) return undefined;
      value += String.fromCodePoint(point);
      at += digits;
    } else if (OCTAL.includes(code)) {
      let end = at;
      while (end < at + 3 && end < body.length && OCTAL.includes(body[end])) {
        end += 1;
      }
      value += String.fromCodePoint(Number.parseInt(body.slice(at, end), 8));
      at = end - 1;
    } else {
      // a backslash before anything else stays
      value += SIMPLE[code] ?? `\\${code}`;
    }
  }
  return value;
}
