import type { TestContext } from 'node:test';

/**
 * Keeps what is printed away from the terminal, and returns it.
 *
 * Only text: the test runner reports over the same stream, in bytes.
 */
export function printed(t: Pick<TestContext, 'mock'>): () => string {
  let text = '';
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  t.mock.method(stdout, 'write', (part: string | Uint8Array) => {
    if (typeof part !== 'string') return write(part);
    text += part;
    return true;
  });
  return () => text;
}
