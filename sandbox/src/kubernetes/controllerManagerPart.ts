import { kubernetesProgram } from '../builds/kubernetesPrograms.ts';
import type { Part } from '../parts/Part.ts';
import { kubeconfigFile } from './kubeconfig.ts';
import { Kubectl } from './Kubectl.ts';
import { kubernetesFiles } from './kubernetesFiles.ts';

export const controllerManagerPart: Part = {
  name: 'kube-controller-manager',
  after: ['kube-apiserver'],
  async command(settings) {
    const files = kubernetesFiles(settings);
    const identity = 'system:kube-controller-manager';
    return {
      program: await kubernetesProgram(settings, 'kube-controller-manager'),
      args: [
        `--kubeconfig=${kubeconfigFile(settings, identity)}`,
        '--secure-port=0',
        '--leader-elect=false',
        '--use-service-account-credentials=true',
        `--service-account-private-key-file=${files.serviceAccountKey}`,
        `--root-ca-file=${files.certificate}`,
        '--kube-api-qps=300',
        '--kube-api-burst=600',
        '--concurrent-deployment-syncs=20',
        '--concurrent-replicaset-syncs=20',
        '--node-monitor-grace-period=60s',
        // Simulated pods are ready after 3 s, real ones after 30: an autoscaler has to bring a
        // new workload to its minimum before the release counts as finished, here as there.
        '--horizontal-pod-autoscaler-sync-period=2s',
        '--profiling=false',
      ],
      env: {},
    };
  },
  /** It listens nowhere: the first thing that it makes shows that it works. */
  async isReady(settings) {
    const kubectl = new Kubectl(settings);
    await kubectl.run(['get', 'serviceaccount', 'default', '-n', 'default']);
    return true;
  },
};
