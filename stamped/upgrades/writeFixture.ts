import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  access,
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { filesOf } from '@sovd/templates/tests/StampedRepositoryFixture.ts';
import { parse, stringify } from 'yaml';
import { fixtureOf } from './UpgradeFixture.ts';
import { earlierAnswers } from './earlierAnswers.ts';
import { bundleSources } from '../repository/bundleSources.ts';
import { cloudTarget } from '../repository/cloudTarget.ts';
import type { Answers, StampedText, Target } from '../repository/generators.ts';

const actions = 'plugins/scaffolder-backend-module-sovd-deploy/src';

interface Source {
  answers: Answers;
  target: Target;
  repositoryUrl: string;
  template: { name: string; version: string };
}

type Files = { path: string; content: string }[];

/** Whichever of the two a commit has: since 0.4.0 an environment is added to those before. */
interface EarlierGenerators {
  answersSchema: { parse(input: unknown): Answers };
  toEnvironmentFiles?(source: Source): Files;
  addEnvironment?(source: Source & { files: StampedText[] }): Files;
}

async function loadEarlier(sources: string): Promise<EarlierGenerators> {
  const adds = await access(
    path.join(sources, actions, 'stamps/addEnvironment.ts'),
  ).then(
    () => true,
    () => false,
  );
  const generator = adds
    ? `export { addEnvironment } from './${actions}/stamps/addEnvironment';`
    : `export { toEnvironmentFiles } from './${actions}/environments/toEnvironmentFiles';`;
  return bundleSources(
    `export { answersSchema } from './plugins/sovd-deploy-common/src';\n${generator}`,
    sources,
  );
}

async function readAll(folder: string): Promise<StampedText[]> {
  const names = await filesOf(folder);
  return Promise.all(
    names.map(async name => ({
      path: name,
      content: await readFile(path.join(folder, name)),
    })),
  );
}

/**
 * Puts one environment's files into the repository.
 *
 * @param alone - whether their record knows no other environment, so that both are joined
 */
async function addFiles(folder: string, files: Files, alone: boolean) {
  const record = '.sovd-template.yaml';
  const before = await readFile(path.join(folder, record), 'utf8').catch(
    () => '',
  );
  for (const { path: name, content } of files) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
    if (content.startsWith('#!')) await chmod(file, 0o755);
  }
  if (!before || !alone) return;
  const [old, now] = [
    parse(before),
    parse(await readFile(path.join(folder, record), 'utf8')),
  ];
  const both = {
    ...now,
    environments: { ...old.environments, ...now.environments },
    files: { ...old.files, ...now.files },
  };
  for (const name of Object.keys(both.files)) {
    const bytes = await readFile(path.join(folder, name));
    both.files[name].sha256 = createHash('sha256').update(bytes).digest('hex');
  }
  await writeFile(path.join(folder, record), stringify(both, { lineWidth: 0 }));
}

/**
 * Stamps a repository with the template, the scaffolder's action and the generators of an
 * earlier commit, and packs it: the same commit gives the same bytes.
 *
 * @param sources - a work tree of that commit, with `node_modules`
 */
async function writeFixture(version: string, sources: string): Promise<void> {
  const { stamp } = await import(
    path.join(sources, 'templates/tests/StampedRepositoryFixture.ts')
  );
  const { answersSchema, addEnvironment, toEnvironmentFiles } =
    await loadEarlier(sources);
  const [first, ...others] = earlierAnswers[version].map(input =>
    answersSchema.parse(input),
  );
  const folder: string = await stamp({
    name: first.name,
    description: first.description,
  });
  for (const answers of [first, ...others]) {
    const source = {
      answers,
      target: cloudTarget,
      repositoryUrl: `http://localhost:15930/sovd/${answers.name}`,
      template: { name: 'sovd-webapp', version },
    };
    const files =
      toEnvironmentFiles?.(source) ??
      addEnvironment?.({ ...source, files: await readAll(folder) });
    await addFiles(folder, files ?? [], !addEnvironment);
  }
  const scratch = await mkdtemp(path.join(sources, '.fixture-'));
  const archive = path.join(scratch, 'fixture.tar');
  const plain = [
    '--sort=name',
    '--mtime=@0',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '--mode=u=rwX,go=rX',
  ];
  execFileSync('tar', [...plain, '-cf', archive, '-C', folder, '.']);
  execFileSync('gzip', ['-9n', archive]);
  await writeFile(fixtureOf(version), await readFile(`${archive}.gz`));
  await Promise.all(
    [folder, scratch].map(each => rm(each, { recursive: true })),
  );
}

const { positionals } = parseArgs({ allowPositionals: true });
const [version, sources] = positionals;
if (!earlierAnswers[version] || !sources) {
  const versions = Object.keys(earlierAnswers).join(', ');
  process.stderr.write(
    `usage: node stamped/upgrades/writeFixture.ts <version> <work tree>\nThe versions are ${versions}.\n`,
  );
  process.exitCode = 2;
} else {
  await writeFixture(version, path.resolve(sources));
}
