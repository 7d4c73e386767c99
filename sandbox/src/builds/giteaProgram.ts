import path from 'node:path';
import { runProgram } from '../processes/runProgram.ts';
import type { Settings } from '../settings.ts';
import { buildOnce, exists } from './buildOnce.ts';
import type { BuildStep } from './BuildStep.ts';
import { buildKey, pinnedVersion, readToolModule } from './toolModule.ts';

export const giteaModule = 'code.gitea.io/gitea';

async function programFolder(settings: Settings) {
  const module = await readToolModule(settings, 'gitea');
  const version = pinnedVersion(module.goMod, giteaModule);
  const flags = `-s -w -X "main.Version=${version}"`;
  const key = buildKey(module, { flags, layout: 1 });
  return { module, flags, folder: path.join(settings.cache, `gitea-${key}`) };
}

/** Its tables are PostgreSQL's, so it needs neither SQLite nor a C compiler. */
async function build(settings: Settings, log: string): Promise<void> {
  const { module, flags, folder } = await programFolder(settings);
  await buildOnce(folder, async into => {
    const program = path.join(into, 'gitea');
    const args = ['build', '-trimpath', '-ldflags', flags, '-o', program];
    await runProgram('go', [...args, giteaModule], {
      cwd: module.folder,
      env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' },
      log,
    });
  });
}

/** Gitea, built from its Go module at the version that tools/gitea pins. */
export const giteaPrograms: BuildStep = {
  title: 'Gitea from its Go module',
  isDone: async settings => exists((await programFolder(settings)).folder),
  run: build,
};

export async function giteaProgram(settings: Settings): Promise<string> {
  return path.join((await programFolder(settings)).folder, 'gitea');
}
