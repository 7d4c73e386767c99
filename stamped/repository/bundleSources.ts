import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

/**
 * Loads sources of the product as they are in a work tree. They are written for bundlers
 * (imports without endings), so Node needs one file of them.
 *
 * @param contents - a module that exports what is wanted, by paths from the work tree's root
 * @param sources - root of the work tree; this one, unless an earlier version is asked
 */
export async function bundleSources<Exports>(
  contents: string,
  sources = root,
): Promise<Exports> {
  // inside the workspace, so that what stays outside of the bundle is found
  const folder = await mkdtemp(path.join(root, 'stamped', '.generators-'));
  const outfile = path.join(folder, 'sources.cjs');
  const common = 'plugins/sovd-deploy-common/src/index.ts';
  try {
    await build({
      stdin: { contents, resolveDir: sources },
      alias: { '@sovd/plugin-sovd-deploy-common': path.join(sources, common) },
      outfile,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'cjs',
      target: 'node22',
      logLevel: 'error',
    });
    return require(outfile) as Exports;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
