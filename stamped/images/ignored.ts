import path from 'node:path';

/**
 * Whether a .dockerignore keeps a file out of the build: a pattern that matches the
 * file or a folder above it, from the context's root; `!` takes it in again, and the
 * last that matches counts.
 *
 * @see https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export function ignored(patterns: string, file: string): boolean {
  const parts = file.split('/');
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  return patterns
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
    .reduce((out, line) => {
      const again = line.startsWith('!');
      const pattern = line.replace(/^!/, '').replace(/^\/|\/$/g, '');
      const matches = paths.some(each => path.matchesGlob(each, pattern));
      return matches ? !again : out;
    }, false);
}
