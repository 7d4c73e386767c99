import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';

import { buildOnce, exists } from '../builds/buildOnce.ts';
import type { BuildStep } from '../builds/BuildStep.ts';
import { buildKey, readToolModule } from '../builds/toolModule.ts';
import { runProgram } from '../processes/runProgram.ts';
import type { Settings } from '../settings.ts';

const MODULE = 'github.com/external-secrets/external-secrets';
const kinds = ['externalsecrets', 'secretstores', 'clustersecretstores'];

/** The folder of External Secrets' definitions at the version that tools/external-secrets pins. */
export async function definitionsFolder(settings: Settings): Promise<string> {
  const key = buildKey(await readToolModule(settings, 'external-secrets'), {
    kinds,
  });
  return path.join(settings.cache, `external-secrets-${key}`);
}

async function download(settings: Settings, log?: string): Promise<void> {
  const { folder } = await readToolModule(settings, 'external-secrets');
  await buildOnce(await definitionsFolder(settings), async into => {
    const options = { cwd: folder, log };
    await runProgram('go', ['mod', 'download', MODULE], options);
    const list = ['list', '-m', '-f', '{{.Dir}}', MODULE];
    const source = (await runProgram('go', list, options)).trim();
    await mkdir(into, { recursive: true });
    for (const kind of kinds) {
      const name = `external-secrets.io_${kind}.yaml`;
      const from = path.join(source, 'config', 'crds', 'bases', name);
      await copyFile(from, path.join(into, name));
    }
  });
}

/** Definitions of SecretStore, ClusterSecretStore and ExternalSecret: a step of set-up. */
export const externalSecretsDefinitions: BuildStep = {
  title: 'Definitions of External Secrets from its Go module',
  isDone: async settings => exists(await definitionsFolder(settings)),
  run: download,
};
