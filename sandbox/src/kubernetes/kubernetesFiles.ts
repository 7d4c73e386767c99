import path from 'node:path';
import type { Settings } from '../settings.ts';

/** Where the embedded Kubernetes keeps its keys, identities and data. */
export function kubernetesFiles(settings: Settings) {
  const folder = path.join(settings.state, 'kubernetes');
  const keys = path.join(folder, 'keys');
  return {
    folder,
    keys,
    /** The API server's own certificate: also the authority that clients trust. */
    certificate: path.join(keys, 'apiserver.crt'),
    certificateKey: path.join(keys, 'apiserver.key'),
    serviceAccountKey: path.join(keys, 'service-account.key'),
    serviceAccountPublicKey: path.join(keys, 'service-account.pub'),
    frontProxyAuthority: path.join(keys, 'front-proxy-ca.crt'),
    frontProxyAuthorityKey: path.join(keys, 'front-proxy-ca.key'),
    frontProxyCertificate: path.join(keys, 'front-proxy.crt'),
    frontProxyKey: path.join(keys, 'front-proxy.key'),
    /** Static tokens, one line per identity; mode 0600. */
    tokens: path.join(folder, 'tokens.csv'),
    etcdData: path.join(folder, 'etcd'),
    /** Full rights, for people, tests and the sandbox's own parts. */
    adminKubeconfig: path.join(settings.state, 'admin.kubeconfig'),
    /** The target's deployer identity; mode 0600. */
    deployerToken: path.join(settings.state, 'deployer.token'),
    /** What the reader identity asked for, a JSON object a line; only with `settings.audit`. */
    auditLog: path.join(folder, 'audit.log'),
    kubectlCache: path.join(folder, 'kubectl-cache'),
  };
}

export function kubernetesUrl(settings: Settings): string {
  return `https://127.0.0.1:${settings.ports.kubernetes}`;
}
