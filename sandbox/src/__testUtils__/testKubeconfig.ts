import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A kubeconfig for a server of the test's, without rights. */
export async function testKubeconfig(
  file: string,
  server: string,
): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  const content = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      { name: 'c', cluster: { server, 'insecure-skip-tls-verify': true } },
    ],
    users: [{ name: 'u', user: { token: 'test-token' } }],
    contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
    'current-context': 'x',
  };
  await writeFile(file, JSON.stringify(content), { mode: 0o600 });
  return file;
}
