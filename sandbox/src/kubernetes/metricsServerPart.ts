import path from 'node:path';
import { kubernetesProgram } from '../builds/kubernetesPrograms.ts';
import type { Part } from '../parts/Part.ts';
import type { Settings } from '../settings.ts';
import { httpsStatus } from './httpsStatus.ts';
import { Kubectl } from './Kubectl.ts';
import { kubernetesFiles } from './kubernetesFiles.ts';

/** metrics.k8s.io is answered by a program beside the API server, reached through a service that names this machine. */
export function metricsApi(port: number): object[] {
  const name = 'metrics-server';
  const namespace = 'kube-system';
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace },
      spec: {
        type: 'ExternalName',
        externalName: 'localhost',
        ports: [{ name: 'https', port, protocol: 'TCP' }],
      },
    },
    {
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: 'v1beta1.metrics.k8s.io' },
      spec: {
        service: { name, namespace, port },
        group: 'metrics.k8s.io',
        version: 'v1beta1',
        insecureSkipTLSVerify: true,
        groupPriorityMinimum: 100,
        versionPriority: 100,
      },
    },
  ];
}

function metricsServerArgs(settings: Settings): string[] {
  const files = kubernetesFiles(settings);
  const kubeconfig = files.adminKubeconfig;
  return [
    `--kubeconfig=${kubeconfig}`,
    `--authentication-kubeconfig=${kubeconfig}`,
    `--authorization-kubeconfig=${kubeconfig}`,
    '--authentication-skip-lookup=true',
    `--requestheader-client-ca-file=${files.frontProxyAuthority}`,
    '--requestheader-allowed-names=front-proxy-client',
    '--requestheader-username-headers=X-Remote-User',
    '--requestheader-group-headers=X-Remote-Group',
    '--requestheader-extra-headers-prefix=X-Remote-Extra-',
    '--bind-address=127.0.0.1',
    `--secure-port=${settings.ports.metrics}`,
    `--cert-dir=${path.join(files.keys, 'metrics-server')}`,
    '--kubelet-insecure-tls',
    '--kubelet-use-node-status-port',
    '--kubelet-preferred-address-types=InternalIP',
    // It ends itself unless the resolution exceeds the timeout.
    '--metric-resolution=10s',
    '--kubelet-request-timeout=5s',
  ];
}

/** Always there: an APIService whose server is down blocks the deletion of every namespace. */
export const metricsServerPart: Part = {
  name: 'metrics-server',
  after: ['kube-apiserver'],
  ports: ['metrics'],
  async command(settings) {
    return {
      program: await kubernetesProgram(settings, 'metrics-server'),
      args: metricsServerArgs(settings),
      env: {},
    };
  },
  async isReady(settings) {
    const url = `https://127.0.0.1:${settings.ports.metrics}/livez`;
    return (await httpsStatus(url)) === 200;
  },
  settle: settings =>
    new Kubectl(settings).apply(metricsApi(settings.ports.metrics)),
};
