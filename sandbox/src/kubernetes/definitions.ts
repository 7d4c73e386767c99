import path from 'node:path';
import { kwokManifests } from '../builds/kubernetesPrograms.ts';
import type { Settings } from '../settings.ts';
import { Kubectl } from './Kubectl.ts';

/** Manifests of ours that need nothing from the settings. */
function manifests(settings: Settings, folder: string): string {
  return path.join(settings.root, 'sandbox', 'kubernetes', folder);
}

/** KWOK's definitions, then everything that is written in their terms, the nodes and the rights of the identities. */
export async function applyDefinitions(settings: Settings): Promise<void> {
  const kubectl = new Kubectl(settings);
  const kwok = await kwokManifests(settings);
  await kubectl.applyFiles([kwok.definitions]);
  await kubectl.untilEstablished(
    ['stages', 'metrics', 'clusterresourceusages'].map(
      name => `crd/${name}.kwok.x-k8s.io`,
    ),
  );
  await kubectl.applyFiles([
    kwok.stages,
    manifests(settings, 'stages'),
    manifests(settings, 'metrics'),
    manifests(settings, 'rights'),
    manifests(settings, 'nodes'),
  ]);
}
