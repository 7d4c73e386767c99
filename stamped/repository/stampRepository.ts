import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  filesOf,
  stamp,
  template as templateFolder,
} from '@sovd/templates/tests/StampedRepositoryFixture.ts';
import { parse } from 'yaml';
import { cloudTarget } from './cloudTarget.ts';
import { loadGenerators } from './generators.ts';

const generators = loadGenerators();

/** Version that `template.yaml` says it has. */
const template = readFile(
  path.join(templateFolder, 'template.yaml'),
  'utf8',
).then(text => {
  const { metadata } = parse(text);
  const version: string = metadata.annotations['sovd.io/template-version'];
  return { name: String(metadata.name), version };
});

/**
 * Adds an environment to a stamped repository, as the product does.
 *
 * @param folder - a repository, or the shared files of one
 * @returns paths of the files that were written
 */
export async function addEnvironment(
  folder: string,
  input: Record<string, unknown>,
): Promise<string[]> {
  const product = await generators;
  const answers = product.answersSchema.parse(input);
  const names = (await filesOf(folder)).filter(
    name => !name.startsWith('.git/'),
  );
  const written = product.addEnvironment({
    answers,
    target: cloudTarget,
    repositoryUrl: `http://localhost:15930/sovd/${answers.name}`,
    template: await template,
    files: await Promise.all(
      names.map(async name => ({
        path: name,
        content: await readFile(path.join(folder, name)),
      })),
    ),
  });
  for (const { path: name, content } of written) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return written.map(file => file.path);
}

/**
 * Stamps a whole repository into a new folder, as the template does: the shared files by
 * the scaffolder's own action, then those of the environment by the product's generators.
 *
 * @returns the folder, which the caller removes
 */
export async function stampRepository(
  input: Record<string, unknown>,
): Promise<string> {
  const { answersSchema } = await generators;
  const { name, description } = answersSchema.parse(input);
  const folder = await stamp({ name, description });
  await addEnvironment(folder, input);
  return folder;
}
