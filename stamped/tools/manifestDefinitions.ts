import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuildStep } from '../../sandbox/src/builds/BuildStep.ts';
import { buildOnce, exists } from '../../sandbox/src/builds/buildOnce.ts';
import {
  buildKey,
  readToolModule,
} from '../../sandbox/src/builds/toolModule.ts';
import { runProgram } from '../../sandbox/src/processes/runProgram.ts';
import type { Settings } from '../../sandbox/src/settings.ts';

/** What is taken out of each module: how Kubernetes and the operators describe their objects. */
const files: Record<string, readonly string[]> = {
  'k8s.io/kubernetes': ['api/openapi-spec/swagger.json'],
  'github.com/argoproj/argo-rollouts': [
    'manifests/crds/rollout-crd.yaml',
    'manifests/crds/analysis-template-crd.yaml',
  ],
  'github.com/prometheus-operator/prometheus-operator': [
    'example/prometheus-operator-crd/monitoring.coreos.com_servicemonitors.yaml',
    'example/prometheus-operator-crd/monitoring.coreos.com_prometheusrules.yaml',
  ],
};

/** Folder with `swagger-<version>.json` per version of Kubernetes, and the operators' definitions. */
export async function manifestDefinitionsFolder(
  settings: Settings,
): Promise<string> {
  const module = await readToolModule(settings, 'manifest-schemas');
  const key = buildKey(module, { files });
  return path.join(settings.cache, `manifest-schemas-${key}`);
}

/** Modules and versions in go.sum, which Go holds each download against. */
function pins(goSum: string): [string, string][] {
  return goSum
    .split('\n')
    .map(line => line.split(' '))
    .filter(([name, version]) => name in files && !version.endsWith('/go.mod'))
    .map(([name, version]) => [name, version]);
}

async function download(settings: Settings, log: string): Promise<void> {
  const { folder, goSum } = await readToolModule(settings, 'manifest-schemas');
  await buildOnce(await manifestDefinitionsFolder(settings), async into => {
    for (const [name, version] of pins(goSum)) {
      const args = ['mod', 'download', '-json', `${name}@${version}`];
      const answer = await runProgram('go', args, { cwd: folder, log });
      const { Dir: source } = JSON.parse(answer) as { Dir: string };
      for (const file of files[name]) {
        const target = file.endsWith('swagger.json')
          ? `swagger-${version.slice(1)}.json`
          : path.basename(file);
        await copyFile(path.join(source, file), path.join(into, target));
      }
    }
  });
}

/** Definitions that manifests are checked against: a step of set-up. */
export const manifestDefinitions: BuildStep = {
  title: 'Descriptions of Kubernetes’ objects from the Go modules',
  isDone: async settings => exists(await manifestDefinitionsFolder(settings)),
  run: download,
};
