import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { runProgram } from '../processes/runProgram.ts';
import type { Settings } from '../settings.ts';
import { buildOnce, exists } from './buildOnce.ts';
import type { BuildStep } from './BuildStep.ts';
import { giteaModule } from './giteaProgram.ts';
import { buildKey, readToolModule, type ToolModule } from './toolModule.ts';

async function assetsFolder(settings: Settings) {
  const module = await readToolModule(settings, 'gitea');
  const lock = path.join(module.folder, 'package-lock.json');
  const key = buildKey(module, [await readFile(lock, 'utf8'), { layout: 1 }]);
  return { module, folder: path.join(settings.cache, `gitea-web-${key}`) };
}

/** A copy of Gitea's source that can be written to: Go's module cache can't. */
async function copySource(
  { folder }: ToolModule,
  to: string,
  log: string,
): Promise<void> {
  const options = { cwd: folder, log };
  await runProgram('go', ['mod', 'download', giteaModule], options);
  const list = ['list', '-m', '-f', '{{.Dir}}', giteaModule];
  const source = (await runProgram('go', list, options)).trim();
  await cp(source, to, { recursive: true });
  await runProgram('chmod', ['-R', 'u+w', to], { log });
}

/** pnpm as tools/gitea pins it, put beside the source. */
async function installPnpm(
  { folder }: ToolModule,
  into: string,
  log: string,
): Promise<string> {
  await mkdir(into);
  for (const name of ['package.json', 'package-lock.json']) {
    await cp(path.join(folder, name), path.join(into, name));
  }
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  await runProgram('npm', args, { cwd: into, log });
  return path.join(into, 'node_modules', 'pnpm', 'bin', 'pnpm.cjs');
}

async function build(settings: Settings, log: string): Promise<void> {
  const { module, folder } = await assetsFolder(settings);
  await buildOnce(folder, async into => {
    const work = path.join(into, 'work');
    await mkdir(work);
    const source = path.join(work, 'source');
    await copySource(module, source, log);
    const pnpm = await installPnpm(module, path.join(work, 'pnpm'), log);
    const options = {
      cwd: source,
      env: {
        ...process.env,
        PATH: `${path.dirname(process.execPath)}:${process.env.PATH}`,
        CI: 'true',
        ENABLE_SOURCEMAP: 'false',
        npm_config_manage_package_manager_versions: 'false',
      },
      log,
    };
    const store = path.join(work, 'store');
    const install = ['install', '--frozen-lockfile', '--ignore-scripts'];
    await runProgram(
      process.execPath,
      [pnpm, ...install, '--store-dir', store],
      options,
    );
    await runProgram(
      process.execPath,
      [pnpm, 'exec', 'vite', 'build'],
      options,
    );
    for (const name of ['templates', 'options', 'public']) {
      await rename(path.join(source, name), path.join(into, name));
    }
    await rm(work, { recursive: true, force: true });
  });
}

/** Gitea's pages: templates, texts, and the scripts and styles that its module doesn't hold ready-made. */
export const giteaWebAssets: BuildStep = {
  title: "Gitea's web pages with pnpm",
  isDone: async settings => exists((await assetsFolder(settings)).folder),
  run: build,
};

/** What Gitea calls its static root. */
export async function giteaStaticRoot(settings: Settings): Promise<string> {
  return (await assetsFolder(settings)).folder;
}
