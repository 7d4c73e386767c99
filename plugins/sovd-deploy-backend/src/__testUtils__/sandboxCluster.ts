import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import type { ClusterAccess } from '../releases/ClusterAccess';
import { KubernetesClusterAccess } from '../releases/KubernetesClusterAccess';
import { sandboxVariable } from './sandboxVariable';

const adminSchema = z.object({
  users: z.array(z.object({ user: z.object({ token: z.string() }) })).min(1),
});

/** The running sandbox's cluster, for tests that need it. */
export interface SandboxCluster {
  deployer: ClusterAccess;
  reader: ClusterAccess;
  /** Sets scenes and cleans up; the product has no such identity. */
  admin: ClusterAccess;
  helm: string;
  /** Place of the cluster, to reach it another way. */
  place: { name: string; url: string; caData: string };
  readerToken: string;
}

/** @throws when a test that needs the sandbox is run without it */
export function sandboxCluster(): SandboxCluster {
  const place = {
    name: 'sandbox',
    url: sandboxVariable('SANDBOX_KUBERNETES_URL'),
    caData: sandboxVariable('SANDBOX_KUBERNETES_CA_DATA'),
  };
  const readerToken = sandboxVariable('SANDBOX_KUBERNETES_READER_TOKEN');
  const tokenFile = sandboxVariable('SANDBOX_DEPLOYER_TOKEN_FILE');
  const kubeconfig = path.join(path.dirname(tokenFile), 'admin.kubeconfig');
  const { users } = adminSchema.parse(parse(readFileSync(kubeconfig, 'utf8')));
  return {
    place,
    readerToken,
    helm: sandboxVariable('SANDBOX_HELM'),
    deployer: new KubernetesClusterAccess(place, { tokenFile }),
    admin: new KubernetesClusterAccess(place, users[0].user),
    reader: new KubernetesClusterAccess(place, { token: readerToken }),
  };
}
