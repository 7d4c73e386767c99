import { createHash } from 'node:crypto';
import { replaceScalar } from './replaceScalar';

/**
 * The template's record with the sum of a file's new content.
 *
 * @returns undefined when the record has another sum than that of the former content: it
 * says that the file was edited by hand, and has to go on saying it
 */
export function replaceSum(
  record: string,
  file: string,
  content: string,
  former: string,
): string | undefined {
  const path = ['files', file, 'sha256'];
  return replaceScalar(record, path, sumOf(content), sumOf(former));
}

function sumOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
