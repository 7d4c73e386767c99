import type { V1Container, V1Pod, V1Volume } from '@kubernetes/client-node';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ContainerConfigError,
  type ConfigReader,
} from './containerEnvironment.ts';
import type { PathMap } from './containerPaths.ts';

async function filesOf(
  volume: V1Volume,
  read: ConfigReader,
): Promise<Record<string, Buffer>> {
  const { secret, configMap } = volume;
  if (secret) {
    const object = await read.secret(secret.secretName ?? '');
    if (!object && !secret.optional)
      throw new ContainerConfigError(`secret "${secret.secretName}" not found`);
    return Object.fromEntries(
      Object.entries(object?.data ?? {}).map(([key, value]) => [
        key,
        Buffer.from(value, 'base64'),
      ]),
    );
  }
  if (configMap) {
    const object = await read.configMap(configMap.name ?? '');
    if (!object && !configMap.optional)
      throw new ContainerConfigError(`configmap "${configMap.name}" not found`);
    return Object.fromEntries(
      Object.entries(object?.data ?? {}).map(([key, value]) => [
        key,
        Buffer.from(value),
      ]),
    );
  }
  return {}; // emptyDir, and the service account token that a process here has no use for
}

/** Makes the folders that stand for the container's mounts. */
export async function mountVolumes(
  pod: V1Pod,
  container: V1Container,
  folder: string,
  read: ConfigReader,
): Promise<PathMap> {
  const map: Array<readonly [string, string]> = [];
  for (const mount of container.volumeMounts ?? []) {
    const volume = pod.spec?.volumes?.find(
      candidate => candidate.name === mount.name,
    );
    if (!volume) continue;
    const local = join(folder, volume.name);
    mkdirSync(local, { recursive: true, mode: 0o700 });
    const items = volume.secret?.items ?? volume.configMap?.items;
    for (const [key, content] of Object.entries(await filesOf(volume, read))) {
      const path = items ? items.find(item => item.key === key)?.path : key;
      if (path && !path.includes('..'))
        writeFileSync(join(local, path), content, { mode: 0o600 });
    }
    map.push([
      mount.mountPath,
      mount.subPath ? join(local, mount.subPath) : local,
    ]);
  }
  return map;
}
