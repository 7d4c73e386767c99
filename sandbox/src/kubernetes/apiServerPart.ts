import path from 'node:path';
import { kubernetesProgram } from '../builds/kubernetesPrograms.ts';
import type { Part } from '../parts/Part.ts';
import type { Settings } from '../settings.ts';
import { applyDefinitions } from './definitions.ts';
import { etcdSockets } from './etcdSocket.ts';
import { httpsStatus } from './httpsStatus.ts';
import { prepareKeys } from './keys.ts';
import { writeKubeconfig } from './kubeconfig.ts';
import { kubernetesFiles, kubernetesUrl } from './kubernetesFiles.ts';

const auditPolicy = path.resolve(
  import.meta.dirname,
  '../../kubernetes/audit/policy.yaml',
);

function apiServerArgs(settings: Settings): string[] {
  const files = kubernetesFiles(settings);
  return [
    `--etcd-servers=unix://${etcdSockets(settings).client}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${settings.ports.kubernetes}`,
    '--advertise-address=127.0.0.1',
    // Kubernetes refuses loopback addresses as endpoints of its own service.
    '--endpoint-reconciler-type=none',
    `--cert-dir=${files.keys}`,
    `--token-auth-file=${files.tokens}`,
    '--authorization-mode=Node,RBAC',
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${files.serviceAccountPublicKey}`,
    `--service-account-signing-key-file=${files.serviceAccountKey}`,
    '--service-cluster-ip-range=10.96.0.0/16',
    `--requestheader-client-ca-file=${files.frontProxyAuthority}`,
    '--requestheader-allowed-names=front-proxy-client',
    '--requestheader-username-headers=X-Remote-User',
    '--requestheader-group-headers=X-Remote-Group',
    '--requestheader-extra-headers-prefix=X-Remote-Extra-',
    `--proxy-client-cert-file=${files.frontProxyCertificate}`,
    `--proxy-client-key-file=${files.frontProxyKey}`,
    '--kubelet-preferred-address-types=InternalIP',
    '--allow-privileged=true',
    '--profiling=false',
    '--max-requests-inflight=800',
    '--max-mutating-requests-inflight=400',
    ...(settings.audit ? auditArgs(settings) : []),
  ];
}

/** Written before the answer is sent, so that whoever has the answer finds it in the log. */
function auditArgs(settings: Settings): string[] {
  const { auditLog } = kubernetesFiles(settings);
  return [
    `--audit-policy-file=${auditPolicy}`,
    `--audit-log-path=${auditLog}`,
    '--audit-log-mode=blocking',
  ];
}

export const apiServerPart: Part = {
  name: 'kube-apiserver',
  after: ['etcd'],
  ports: ['kubernetes'],
  prepare: prepareKeys,
  async command(settings) {
    return {
      program: await kubernetesProgram(settings, 'kube-apiserver'),
      args: apiServerArgs(settings),
      env: {},
    };
  },
  async isReady(settings) {
    const { certificate } = kubernetesFiles(settings);
    const url = `${kubernetesUrl(settings)}/readyz`;
    return (await httpsStatus(url, certificate)) === 200;
  },
  async settle(settings) {
    await writeKubeconfig(settings, 'admin');
    await writeKubeconfig(settings, 'kwok');
    await writeKubeconfig(settings, 'system:kube-controller-manager');
    await writeKubeconfig(settings, 'system:kube-scheduler');
    await applyDefinitions(settings);
  },
};
