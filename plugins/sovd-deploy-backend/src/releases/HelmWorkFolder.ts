import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JsonObject } from '@backstage/types';
import type { ClusterAccess } from './ClusterAccess';

/** A private folder for one run of Helm: kubeconfig, values, and Helm's own homes. */
export class HelmWorkFolder {
  private constructor(
    readonly folder: string,
    /** Everything that Helm sees of an environment. */
    readonly env: Record<string, string>,
    /** Secrets in the folder, to be taken out of output. */
    readonly secrets: readonly string[],
  ) {}

  static async create(
    access: ClusterAccess,
    namespace: string,
  ): Promise<HelmWorkFolder> {
    const { url, ca, skipTLSVerify, token } = await access.connect();
    // mkdtemp makes it with mode 0700
    const folder = await mkdtemp(path.join(tmpdir(), 'sovd-helm-'));
    const kubeconfig = path.join(folder, 'kubeconfig');
    const cluster = {
      server: url,
      ...(ca && { 'certificate-authority-data': toBase64(ca) }),
      ...(skipTLSVerify && { 'insecure-skip-tls-verify': true }),
    };
    const work = new HelmWorkFolder(
      folder,
      {
        KUBECONFIG: kubeconfig,
        HOME: folder,
        TMPDIR: folder,
        HELM_CACHE_HOME: path.join(folder, 'cache'),
        HELM_CONFIG_HOME: path.join(folder, 'config'),
        HELM_DATA_HOME: path.join(folder, 'data'),
        // a certificate authority of the operating system may be set by these
        ...pick(process.env, ['SSL_CERT_FILE', 'SSL_CERT_DIR', 'PATH']),
        ...pick(process.env, ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY']),
      },
      [token],
    );
    await work.write('kubeconfig', {
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'target', cluster }],
      users: [{ name: 'deployer', user: { token } }],
      contexts: [
        {
          name: 'target',
          context: { cluster: 'target', user: 'deployer', namespace },
        },
      ],
      'current-context': 'target',
    });
    await mkdir(path.join(folder, 'cwd'));
    return work;
  }

  /** Where Helm runs: an empty folder, so that nothing there means anything to it. */
  get cwd(): string {
    return path.join(this.folder, 'cwd');
  }

  /** Writes a private file of JSON, which is YAML too, and gives its path. */
  async write(name: string, content: JsonObject): Promise<string> {
    const file = path.join(this.folder, name);
    await writeFile(file, JSON.stringify(content), { mode: 0o600 });
    return file;
  }

  async dispose(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

function toBase64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

function pick(env: NodeJS.ProcessEnv, names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap(name => (env[name] ? [[name, env[name]]] : [])),
  );
}
