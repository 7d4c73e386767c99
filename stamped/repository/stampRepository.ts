import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stamp } from '@sovd/templates/tests/StampedRepositoryFixture.ts';
import { loadGenerators, type Target } from './generators.ts';

const generators = loadGenerators();

/** Where the checks' repositories would run: an account on AWS with every add-on. */
const target: Target = {
  accountId: '123456789012',
  cluster: 'shared',
  region: 'us-east-1',
  clusterMode: 'create',
};

/**
 * Stamps a whole repository into a new folder, as the template does: the shared files by
 * the scaffolder's own action, then those of the environment by the product's generators.
 *
 * @returns the folder, which the caller removes
 */
export async function stampRepository(
  input: Record<string, unknown>,
): Promise<string> {
  const { answersSchema, toEnvironmentFiles } = await generators;
  const answers = answersSchema.parse(input);
  const folder = await stamp({
    name: answers.name,
    description: answers.description,
  });
  const files = toEnvironmentFiles({
    answers,
    target,
    repositoryUrl: `http://localhost:15930/sovd/${answers.name}`,
    template: { name: 'sovd-webapp', version: '0.1.0' },
  });
  for (const { path: name, content } of files) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
    if (content.startsWith('#!')) await chmod(file, 0o755);
  }
  return folder;
}
