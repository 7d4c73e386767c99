import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeSecret } from '../processes/writeSecret.ts';
import type { Settings } from '../settings.ts';
import { type Identity, readToken } from './identities.ts';
import { kubernetesFiles, kubernetesUrl } from './kubernetesFiles.ts';

/** Where the sandbox keeps the kubeconfig of an identity. */
export function kubeconfigFile(settings: Settings, identity: Identity): string {
  const files = kubernetesFiles(settings);
  if (identity === 'admin') return files.adminKubeconfig;
  const name = identity.replace('system:', '');
  return path.join(files.folder, `${name}.kubeconfig`);
}

/** JSON is YAML: every Kubernetes client reads it. */
export async function writeKubeconfig(
  settings: Settings,
  identity: Identity,
): Promise<void> {
  const certificate = await readFile(kubernetesFiles(settings).certificate);
  const name = 'sovd-sandbox';
  const content = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name,
        cluster: {
          server: kubernetesUrl(settings),
          'certificate-authority-data': certificate.toString('base64'),
        },
      },
    ],
    users: [
      { name: identity, user: { token: await readToken(settings, identity) } },
    ],
    contexts: [{ name, context: { cluster: name, user: identity } }],
    'current-context': name,
  };
  await writeSecret(
    kubeconfigFile(settings, identity),
    `${JSON.stringify(content, undefined, 2)}\n`,
  );
}
