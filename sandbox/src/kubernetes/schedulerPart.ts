import { kubernetesProgram } from '../builds/kubernetesPrograms.ts';
import type { Part } from '../parts/Part.ts';
import { kubeconfigFile } from './kubeconfig.ts';

export const schedulerPart: Part = {
  name: 'kube-scheduler',
  after: ['kube-apiserver'],
  async command(settings) {
    const identity = 'system:kube-scheduler';
    return {
      program: await kubernetesProgram(settings, 'kube-scheduler'),
      args: [
        `--kubeconfig=${kubeconfigFile(settings, identity)}`,
        '--secure-port=0',
        '--leader-elect=false',
        '--kube-api-qps=300',
        '--kube-api-burst=600',
        '--profiling=false',
      ],
      env: {},
    };
  },
  /** It listens nowhere; whether it still lives is looked at again when all parts are up. */
  isReady: async () => true,
};
