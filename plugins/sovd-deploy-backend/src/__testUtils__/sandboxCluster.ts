import type { ClusterAccess } from '../releases/ClusterAccess';
import { KubernetesClusterAccess } from '../releases/KubernetesClusterAccess';

/** The running sandbox's cluster, for tests that need it. */
export interface SandboxCluster {
  deployer: ClusterAccess;
  reader: ClusterAccess;
  helm: string;
  /** Place of the cluster, to reach it another way. */
  place: { name: string; url: string; caData: string };
  readerToken: string;
}

/** @throws when a test that needs the sandbox is run without it */
export function sandboxCluster(): SandboxCluster {
  const place = {
    name: 'sandbox',
    url: need('SANDBOX_KUBERNETES_URL'),
    caData: need('SANDBOX_KUBERNETES_CA_DATA'),
  };
  const readerToken = need('SANDBOX_KUBERNETES_READER_TOKEN');
  return {
    place,
    readerToken,
    helm: need('SANDBOX_HELM'),
    deployer: new KubernetesClusterAccess(place, {
      tokenFile: need('SANDBOX_DEPLOYER_TOKEN_FILE'),
    }),
    reader: new KubernetesClusterAccess(place, { token: readerToken }),
  };
}

function need(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(
    `${name} is not set: start the sandbox and run "test:sandbox" with .sandbox/portal.env`,
  );
}
