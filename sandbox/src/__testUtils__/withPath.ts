import path from 'node:path';
import type { TestContext } from 'node:test';

/** Puts a folder of stub programs in front of PATH until the test ends. */
export function withPath(t: Pick<TestContext, 'after'>, folder: string): void {
  const before = process.env.PATH;
  process.env.PATH = `${folder}${path.delimiter}${before}`;
  t.after(() => {
    process.env.PATH = before;
  });
}
