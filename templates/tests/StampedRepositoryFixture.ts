import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Config from '@backstage/config';
import type * as Integration from '@backstage/integration';
import { createFetchTemplateAction } from '@backstage/plugin-scaffolder-backend';
import { readSettings } from '@sovd/sandbox/src/settings.ts';
import { parse } from 'yaml';

// Node can't load the ES modules of these two: their imports are written for bundlers.
const require = createRequire(import.meta.url);
const { ConfigReader } = require('@backstage/config') as typeof Config;
const { ScmIntegrations } =
  require('@backstage/integration') as typeof Integration;

export const template = path.resolve(import.meta.dirname, '../sovd-webapp');
export const content = path.join(template, 'content');
export const examplesOf = (environment: string) =>
  path.join(template, 'examples', environment);
export const examples = examplesOf('staging');
export const chartFolder = 'infrastructure/helm/sovd-webapp';
export const settings = readSettings(
  path.resolve(import.meta.dirname, '../..'),
);

/** Text that breaks out of every kind of file that is written by concatenation. */
export const hostileTexts = [
  `"; rm -rf / #`,
  `', injected: true, x: '`,
  'line\nspec:\n  owner: group:default/other',
  '${{ values.name }} {% raw %} {{ .Values.secrets }} {# #} $(id) `id`',
  '\\" \\u0000 \u0000 \u2028 \ud83d\ude97 <script>',
  '--- !!binary &a *a | > % @',
];

/** All files under a folder, as paths from it. */
export async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => entry.isFile())
    .map(entry =>
      path.relative(folder, path.join(entry.parentPath, entry.name)),
    )
    .filter(file => !/__pycache__|\/\.\w+_cache\//.test(file))
    .sort();
}

export const discard = (folder: string) =>
  rm(folder, { recursive: true, force: true });

type FetchAction = ReturnType<typeof createFetchTemplateAction>;
type FetchContext = Parameters<FetchAction['handler']>[0];

const silent: FetchContext['logger'] = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
  child: () => silent,
};

/** What the step `fetch` of template.yaml makes of `content/`: the scaffolder's own action, with that step's input. */
export async function stamp(values: {
  name: string;
  description: string;
}): Promise<string> {
  const file = path.join(template, 'template.yaml');
  const { spec } = parse(await readFile(file, 'utf8'));
  const { input } = spec.steps.find(
    (step: { id: string }) => step.id === 'fetch',
  );
  const workspacePath = await mkdtemp(path.join(tmpdir(), 'sovd-stamped-'));
  const scratch = await mkdtemp(path.join(tmpdir(), 'sovd-fetch-'));
  const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
  const refuse = async () => {
    throw new Error('the content lies beside the template: nothing is fetched');
  };
  const action = createFetchTemplateAction({
    integrations,
    reader: { readUrl: refuse, readTree: refuse, search: refuse },
  });
  await action.handler({
    workspacePath,
    input: { ...input, values },
    logger: silent,
    templateInfo: {
      entityRef: 'template:default/sovd-webapp',
      baseUrl: pathToFileURL(file).href,
    },
    task: { id: 'test' },
    output: () => undefined,
    checkpoint: async ({ fn }) => fn(),
    createTemporaryDirectory: async () => scratch,
    getInitiatorCredentials: refuse,
  });
  await discard(scratch);
  return workspacePath;
}
