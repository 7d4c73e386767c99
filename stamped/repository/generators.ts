import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');

/** Complete answers, as far as the checks look into them. */
export interface Answers extends Record<string, unknown> {
  name: string;
  description: string;
  environment: string;
}

/** Where an environment runs, as far as its files say so. */
export interface Target {
  accountId: string;
  region: string;
  cluster: string;
  clusterMode: 'create' | 'existing';
}

/** A file that a stamp has, with its text. */
export interface StampedText {
  path: string;
  content: string | Uint8Array;
}

/** The product's own functions that write the files of an environment. */
export interface Generators {
  answersSchema: { parse(input: unknown): Answers };
  addEnvironment(addition: {
    answers: Answers;
    target: Target;
    repositoryUrl: string;
    template: { name: string; version: string };
    files: readonly StampedText[];
  }): { path: string; content: string }[];
}

/**
 * Loads the generators as they are in a work tree. They are written for bundlers
 * (imports without endings), so Node needs one file of them.
 *
 * @param sources - root of the work tree; this one, unless an earlier version is asked
 */
export async function loadGenerators(sources = root): Promise<Generators> {
  // inside the workspace, so that what stays outside of the bundle is found
  const folder = await mkdtemp(path.join(root, 'stamped', '.generators-'));
  const outfile = path.join(folder, 'generators.mjs');
  try {
    await build({
      stdin: {
        contents: [
          "export { answersSchema } from './plugins/sovd-deploy-common/src';",
          "export { addEnvironment } from './plugins/scaffolder-backend-module-sovd-deploy/src/stamps/addEnvironment';",
        ].join('\n'),
        resolveDir: sources,
      },
      alias: {
        '@sovd/plugin-sovd-deploy-common': path.join(
          sources,
          'plugins/sovd-deploy-common/src/index.ts',
        ),
      },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node22',
      logLevel: 'error',
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    });
    return (await import(pathToFileURL(outfile).href)) as Generators;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
