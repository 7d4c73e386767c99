import path from 'node:path';
import { run } from '../portal/run.ts';

const folder = path.resolve(import.meta.dirname, '../product');

/** Runs a script of `product/`, which imports the product's sources as the portal does. */
export async function runProduct<T>(script: string): Promise<T> {
  const text = await run(
    process.execPath,
    ['--require', '@backstage/cli/config/nodeTransform.cjs', script],
    { cwd: folder },
  );
  return JSON.parse(text) as T;
}
