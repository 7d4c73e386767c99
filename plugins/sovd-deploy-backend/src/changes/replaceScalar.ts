import { isScalar, parseDocument } from 'yaml';

/**
 * Another value at a path of a YAML file; everything else keeps every byte.
 *
 * @param former - what has to stand there; anything does when left out
 * @returns undefined when there is no such scalar at that path
 */
export function replaceScalar(
  text: string,
  path: readonly string[],
  value: string,
  former?: string,
): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const node = document.getIn(path, true);
  if (!isScalar(node) || !node.range) return undefined;
  if (former !== undefined && node.value !== former) return undefined;
  const [start, end] = node.range;
  return text.slice(0, start) + value + text.slice(end);
}
