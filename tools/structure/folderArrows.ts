import path from 'node:path';
import { importsOf } from './importsOf.ts';
import type { SourceFile } from './sourceFiles.ts';

/** The glossary's nouns that are folders. They don't import one another. */
const nouns = [
  'environments',
  'stacks',
  'releases',
  'databaseMigrations',
  'costs',
  'changes',
  'stamps',
];

/** Folders that compose several nouns. */
const composers = [
  'changes',
  'stamps',
  'overview',
  'fleet',
  'wizard',
  'board',
  'routes',
];

const packages = [
  'plugins/sovd-deploy',
  'plugins/sovd-deploy-backend',
  'plugins/sovd-deploy-common',
];

interface Place {
  home: string;
  folder: string;
}

function placeOf(file: string): Place | undefined {
  const home = packages.find(folder => file.startsWith(`${folder}/src/`));
  if (!home) return undefined;
  const [folder, ...rest] = file.slice(`${home}/src/`.length).split('/');
  return { home, folder: rest.length ? folder : '' };
}

/** Imports between noun folders that the map doesn't draw, as sentences. */
export function findForbiddenFolderArrows(
  files: readonly SourceFile[],
): string[] {
  const found: string[] = [];
  for (const file of files) {
    const from = placeOf(file.path);
    if (
      !from ||
      !nouns.includes(from.folder) ||
      composers.includes(from.folder)
    )
      continue;
    for (const specifier of importsOf(file).filter(name =>
      name.startsWith('.'),
    )) {
      const to = placeOf(
        path.posix.join(path.posix.dirname(file.path), specifier),
      );
      const strange =
        to &&
        to.folder !== from.folder &&
        [...nouns, ...composers].includes(to.folder);
      if (strange)
        found.push(
          `${file.path} imports ${specifier}: ${from.folder}/ may not know ${to.folder}/`,
        );
    }
  }
  return found;
}

/** Which files may know a provider: by the beginning of their names. A pure toX turns its shapes into ours. */
const providers: { module: RegExp; files: RegExp }[] = [
  { module: /^@aws-sdk\//, files: /^(CloudFormation|CostExplorer|to[A-Z])/ },
  { module: /^@kubernetes\/client-node$/, files: /^(Kubernetes|Helm|to[A-Z])/ },
  { module: /^@backstage\/config$/, files: /^config/ },
];

/** Imports of a provider's library outside the files named after it, as sentences. */
export function findForbiddenProviders(files: readonly SourceFile[]): string[] {
  return files.flatMap(file =>
    importsOf(file).flatMap(specifier =>
      providers
        .filter(
          ({ module, files: names }) =>
            module.test(specifier) && !names.test(path.basename(file.path)),
        )
        .map(
          ({ files: names }) =>
            `${file.path} imports ${specifier}: only files named ${names.source} may`,
        ),
    ),
  );
}
