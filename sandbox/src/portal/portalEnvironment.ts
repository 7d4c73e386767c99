import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { kubernetesProgram } from '../builds/kubernetesPrograms.ts';
import { clusterConnection } from '../cluster/clusterConnection.ts';
import { gitConnection } from '../git/gitConnection.ts';
import { writeSecret } from '../processes/writeSecret.ts';
import type { Settings } from '../settings.ts';

/** What people read of the target. */
function targetWords({ kubeContext }: Settings) {
  return kubeContext
    ? {
        SANDBOX_TARGET_TITLE: `Cluster of the context ${kubeContext}`,
        SANDBOX_TARGET_REMARK:
          'Kubernetes is your own cluster. AWS is simulated: the stack records resources without making them.',
      }
    : {
        SANDBOX_TARGET_TITLE: 'Sandbox on this machine',
        SANDBOX_TARGET_REMARK:
          'Kubernetes, Helm and the database are real. Nodes and AWS are simulated: pods run no containers, and the stack records resources without making them.',
      };
}

/** What `app-config.sandbox.yaml` fills its places from. */
export async function portalEnvironment(
  settings: Settings,
): Promise<Record<string, string>> {
  const cluster = await clusterConnection(settings);
  const git = await gitConnection(settings);
  return {
    SANDBOX_PORTAL_URL: `http://localhost:${settings.portalPort}`,
    SANDBOX_PORTAL_PORT: String(settings.portalPort),
    SANDBOX_DATA: path.join(settings.state, 'portal'),
    ...targetWords(settings),
    SANDBOX_KUBERNETES_URL: cluster.url,
    SANDBOX_KUBERNETES_CA_DATA: cluster.caData,
    SANDBOX_KUBERNETES_READER_TOKEN: cluster.reader,
    SANDBOX_DEPLOYER_TOKEN_FILE: cluster.deployerToken,
    SANDBOX_HELM: await kubernetesProgram(settings, 'helm'),
    SANDBOX_KUBECTL: await kubernetesProgram(settings, 'kubectl'),
    SANDBOX_AWS_URL: `http://127.0.0.1:${settings.ports.aws}`,
    SANDBOX_GIT_URL: git.url,
    SANDBOX_GIT_HOST: git.host,
    SANDBOX_GIT_USERNAME: git.username,
    SANDBOX_GIT_PASSWORD: git.password,
    SANDBOX_IMAGES_HOST: `localhost:${settings.ports.images}`,
    SANDBOX_IMAGE_REPOSITORY_PATTERN:
      settings.imageRepositoryPattern ??
      `localhost:${settings.ports.images}/{owner}/{name}-{component}`,
  };
}

export function portalEnvironmentFile(settings: Settings): string {
  return path.join(settings.state, 'portal.env');
}

/** One KEY=value a line, as `node --env-file` and a shell both read it. */
export function formatEnvironment(values: Record<string, string>): string {
  const lines = Object.entries(values).map(([name, value]) => {
    if (/["'$`\\\n]/.test(value)) {
      throw new Error(
        `${name} holds a quote, a dollar or the like, which an env file can't carry: ` +
          'keep the checkout in a path without them',
      );
    }
    return /^[\w@%+=:,./~-]*$/.test(value)
      ? `${name}=${value}`
      : `${name}="${value}"`;
  });
  return `${lines.join('\n')}\n`;
}

export async function readPortalEnvironment(
  settings: Settings,
): Promise<Record<string, string>> {
  const text = await readFile(portalEnvironmentFile(settings), 'utf8');
  return parseEnv(text) as Record<string, string>;
}

/** Writes the file that holds tokens and a password: mode 0600. */
export async function writePortalEnvironment(
  settings: Settings,
): Promise<void> {
  const values = await portalEnvironment(settings);
  await mkdir(values.SANDBOX_DATA, { recursive: true, mode: 0o700 });
  await writeSecret(portalEnvironmentFile(settings), formatEnvironment(values));
}
