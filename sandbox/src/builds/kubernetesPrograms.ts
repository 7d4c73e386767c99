import { cp, mkdir, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { runProgram } from '../processes/runProgram.ts';
import type { Settings } from '../settings.ts';
import { buildOnce, exists } from './buildOnce.ts';
import type { BuildStep } from './BuildStep.ts';
import {
  buildKey,
  pinnedVersion,
  readToolModule,
  type ToolModule,
} from './toolModule.ts';

export type KubernetesProgram =
  | 'etcd'
  | 'helm'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'kubectl'
  | 'kwok'
  | 'metrics-server';

/** Programs that don't know their version refuse charts that ask for one (`kubeVersion`). */
function linkerFlags({ goMod }: ToolModule): string {
  const kubernetes = pinnedVersion(goMod, 'k8s.io/kubernetes');
  const [major, minor] = kubernetes.split('.');
  const versions = {
    'k8s.io/component-base/version.gitVersion': `v${kubernetes}`,
    'k8s.io/component-base/version.gitMajor': major,
    'k8s.io/component-base/version.gitMinor': minor,
    'k8s.io/component-base/version.gitTreeState': 'clean',
    'helm.sh/helm/v4/internal/version.version': `v${pinnedVersion(
      goMod,
      'helm.sh/helm/v4',
    )}`,
    'sigs.k8s.io/kwok/pkg/consts.Version': `v${pinnedVersion(
      goMod,
      'sigs.k8s.io/kwok',
    )}`,
  };
  const settings = Object.entries(versions).map(
    ([name, value]) => `-X ${name}=${value}`,
  );
  return ['-s -w', ...settings].join(' ');
}

async function kubernetesFolder(settings: Settings) {
  const module = await readToolModule(settings, 'kubernetes');
  const flags = linkerFlags(module);
  const key = buildKey(module, { flags, layout: 1 });
  return {
    module,
    flags,
    folder: path.join(settings.cache, `kubernetes-${key}`),
  };
}

async function build(settings: Settings, log: string): Promise<void> {
  const { module, flags, folder } = await kubernetesFolder(settings);
  await buildOnce(folder, async into => {
    const options = {
      cwd: module.folder,
      env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' },
      log,
    };
    const bin = path.join(into, 'bin');
    await mkdir(bin);
    const args = ['build', '-trimpath', '-ldflags', flags, '-o', `${bin}/`];
    await runProgram('go', [...args, 'tool'], options);
    // etcd's main package is named for what it is there: a server.
    await rename(path.join(bin, 'server'), path.join(bin, 'etcd'));
    const list = ['list', '-m', '-f', '{{.Dir}}', 'sigs.k8s.io/kwok'];
    const kwok = (await runProgram('go', list, options)).trim();
    await copyYaml(
      path.join(kwok, 'kustomize', 'crd', 'bases'),
      path.join(into, 'kwok', 'definitions'),
    );
    for (const stage of ['fast', 'heartbeat-with-lease']) {
      await copyYaml(
        path.join(kwok, 'kustomize', 'stage', 'node', stage),
        path.join(into, 'kwok', 'stages'),
      );
    }
  });
}

/** Only the manifests: a folder's kustomization is none that the API server knows. */
async function copyYaml(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    if (!name.endsWith('.yaml') || name === 'kustomization.yaml') continue;
    await cp(path.join(from, name), path.join(to, name), { mode: 0 });
  }
}

/** Kubernetes, KWOK and Helm, built from their Go modules at the versions that tools/kubernetes pins. */
export const kubernetesPrograms: BuildStep = {
  title: 'Kubernetes, KWOK and Helm from their Go modules',
  isDone: async settings => exists((await kubernetesFolder(settings)).folder),
  run: build,
};

export async function kubernetesProgram(
  settings: Settings,
  name: KubernetesProgram,
): Promise<string> {
  return path.join((await kubernetesFolder(settings)).folder, 'bin', name);
}

/** KWOK's own definitions and the stages of its nodes, at the version of the program. */
export async function kwokManifests(settings: Settings) {
  const { folder } = await kubernetesFolder(settings);
  return {
    definitions: path.join(folder, 'kwok', 'definitions'),
    stages: path.join(folder, 'kwok', 'stages'),
  };
}
