import { importsOf } from './importsOf.ts';
import type { SourceFile } from './sourceFiles.ts';

/** Our packages by folder, and which of ours each may import. */
export const packageArrows: Record<
  string,
  { name: string; mayImport: string[] }
> = {
  'packages/app': { name: 'app', mayImport: ['plugins/sovd-deploy'] },
  'packages/backend': {
    name: 'backend',
    mayImport: [
      'plugins/sovd-deploy-backend',
      'plugins/scaffolder-backend-module-sovd-deploy',
      'plugins/catalog-backend-module-sovd-deploy',
      'plugins/sovd-deploy-common',
    ],
  },
  'plugins/sovd-deploy': {
    name: '@sovd/plugin-sovd-deploy',
    mayImport: ['plugins/sovd-deploy-common'],
  },
  'plugins/sovd-deploy-backend': {
    name: '@sovd/plugin-sovd-deploy-backend',
    mayImport: ['plugins/sovd-deploy-common'],
  },
  'plugins/scaffolder-backend-module-sovd-deploy': {
    name: '@sovd/plugin-scaffolder-backend-module-sovd-deploy',
    mayImport: ['plugins/sovd-deploy-common'],
  },
  'plugins/catalog-backend-module-sovd-deploy': {
    name: '@sovd/plugin-catalog-backend-module-sovd-deploy',
    mayImport: ['plugins/sovd-deploy-common'],
  },
  'plugins/sovd-deploy-common': {
    name: '@sovd/plugin-sovd-deploy-common',
    mayImport: [],
  },
  sandbox: { name: '@sovd/sandbox', mayImport: [] },
  templates: { name: '@sovd/templates', mayImport: ['sandbox'] },
  bench: {
    name: '@sovd/bench',
    mayImport: ['templates', 'plugins/sovd-deploy-common'],
  },
  stamped: {
    name: '@sovd/stamped',
    mayImport: ['sandbox', 'templates'],
  },
  e2e: { name: '@sovd/e2e', mayImport: [] },
};

/** An import from one of our packages into another. */
export interface PackageArrow {
  from: string;
  to: string;
  /** One file that draws it. */
  file: string;
}

function folderOf(file: string): string | undefined {
  return Object.keys(packageArrows).find(folder =>
    file.startsWith(`${folder}/`),
  );
}

function targetOf(specifier: string): string | undefined {
  return Object.keys(packageArrows).find(folder => {
    const { name } = packageArrows[folder];
    return specifier === name || specifier.startsWith(`${name}/`);
  });
}

/** Arrows between our packages as the imports draw them, each once. */
export function readPackageArrows(
  files: readonly SourceFile[],
): PackageArrow[] {
  const arrows = new Map<string, PackageArrow>();
  for (const file of files) {
    const from = folderOf(file.path);
    if (!from) continue;
    for (const specifier of importsOf(file)) {
      const to = targetOf(specifier);
      const key = `${from} ${to}`;
      if (to && to !== from && !arrows.has(key))
        arrows.set(key, { from, to, file: file.path });
    }
  }
  return [...arrows.values()].sort((a, b) =>
    `${a.from}${a.to}`.localeCompare(`${b.from}${b.to}`),
  );
}
