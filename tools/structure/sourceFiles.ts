import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A file of the project with its text. */
export interface SourceFile {
  /** Path from the root, with forward slashes. */
  path: string;
  text: string;
}

export const root = path.resolve(import.meta.dirname, '../..');

/**
 * Files that Git tracks. What lies untracked beside them is the machine's and not the
 * project's: linked caches, a registry's settings, the tools of whoever runs this.
 */
export function listFiles(...patterns: string[]): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', ...patterns], {
    cwd: root,
    encoding: 'utf8',
  });
  const removed = execFileSync('git', ['ls-files', '--deleted'], {
    cwd: root,
    encoding: 'utf8',
  });
  const gone = new Set(removed.split('\n'));
  return listed.split('\n').filter(file => file && !gone.has(file));
}

export function readFiles(...patterns: string[]): SourceFile[] {
  return listFiles(...patterns).map(file => ({
    path: file,
    text: readFileSync(path.join(root, file), 'utf8'),
  }));
}

/** Tests, stories, fakes, generated and stamped content: free of the limits on length. */
export function isFreeOfLimits(file: string): boolean {
  return /\.(test|stories|examples)\.|\/(tests|contract|fixtures|dev)\/|(^|\/)e2e\/|Fixture|^templates\/[^/]+\/content\/|^tools\/structure\//.test(
    file,
  );
}
