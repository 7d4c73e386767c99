import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import type { Metafile, Plugin } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');
const source = path.join(root, 'plugins/sovd-deploy-common');
const content = path.join(root, 'templates/sovd-webapp/content');

const header = `// The rules that the portal's form judges answers by, with a reader of YAML and this
// command line: node scripts/validate_environment.mjs [targets.json]
// Generated from plugins/sovd-deploy-common by "node tools/validator/main.ts"; don't edit.
`;

/**
 * Turns the named import of zod into one of its namespace: only from that esbuild can
 * leave out what isn't used, above all the messages in fifty languages.
 */
const treeShakeZod: Plugin = {
  name: 'tree-shake-zod',
  setup({ onLoad }) {
    onLoad({ filter: /sovd-deploy-common.*\.ts$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replace(
        "import { z } from 'zod/v4'",
        "import * as z from 'zod/v4'",
      ),
      loader: 'ts',
    }));
  },
};

/** Names what of others is in a bundle, each with its licence, as they ask for. */
async function creditsOf({ outputs }: Metafile): Promise<string> {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );
  const folders = new Set(
    used.flatMap(
      ([file]) =>
        /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.slice(0, 1) ?? [],
    ),
  );
  const credits = [...folders].sort().map(async folder => {
    const read = (name: string) =>
      readFile(path.join(root, folder, name), 'utf8');
    const { name, license } = JSON.parse(await read('package.json'));
    const hasText = existsSync(path.join(root, folder, 'LICENSE'));
    const text = hasText ? `\n\n${(await read('LICENSE')).trim()}` : '';
    return `Contains ${name}, licence ${license}.${text}`;
  });
  const text = (await Promise.all(credits)).join('\n\n');
  return `/*\n${text.replaceAll('*/', '* /')}\n*/\n`;
}

async function bundle(
  entry: string,
): Promise<{ code: string; credits: string }> {
  const { metafile, outputFiles } = await build({
    metafile: true,
    entryPoints: [path.join(source, 'dev', entry)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'node20',
    // neutral takes the ES modules of each package, which can be shaken
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: ['node:*'],
    minify: true,
    legalComments: 'none',
    plugins: [treeShakeZod],
  });
  return { code: outputFiles[0].text, credits: await creditsOf(metafile) };
}

/** A file of the stamped repository that is generated from the rules. */
export interface GeneratedFile {
  path: string;
  text: string;
}

/** The program that a stamped repository judges its own answers with. */
export async function bundleValidator(): Promise<GeneratedFile> {
  const { code, credits } = await bundle('validateRepository.ts');
  return {
    path: path.join(content, 'scripts/validate_environment.mjs'),
    text: header + code + credits,
  };
}

/** The JSON Schema of the answers, for editors. */
export async function generateSchema(): Promise<GeneratedFile> {
  const { code } = await bundle('answersJsonSchema.ts');
  const { answersJsonSchema } = await import(
    `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  );
  return {
    path: path.join(content, 'environments/environment.schema.json'),
    text: `${JSON.stringify(answersJsonSchema, undefined, 2)}\n`,
  };
}
