import { kubernetesProgram } from '../builds/kubernetesPrograms.ts';
import type { Part } from '../parts/Part.ts';
import { httpsStatus } from './httpsStatus.ts';
import { kubeconfigFile } from './kubeconfig.ts';
import { Kubectl } from './Kubectl.ts';

/** Kinds of KWOK's that are read from the cluster instead of being built in. */
const definitions = [
  'Stage',
  'Metric',
  'Logs',
  'ClusterLogs',
  'ResourceUsage',
  'ClusterResourceUsage',
];

/** Plays the kubelets of the simulated nodes: the life of their pods, their metrics and their logs. */
export const kwokPart: Part = {
  name: 'kwok',
  after: ['kube-apiserver'],
  ports: ['kwok'],
  async command(settings) {
    const port = settings.ports.kwok;
    return {
      program: await kubernetesProgram(settings, 'kwok'),
      args: [
        `--kubeconfig=${kubeconfigFile(settings, 'kwok')}`,
        // The same holder of the nodes' leases after a restart: it needn't wait for the old ones to run out.
        '--id=sovd-sandbox',
        '--manage-all-nodes=false',
        '--manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake',
        `--enable-crds=${definitions.join(',')}`,
        `--server-address=127.0.0.1:${port}`,
        '--node-ip=127.0.0.1',
        `--node-port=${port}`,
        '--node-lease-duration-seconds=40',
        '--cidr=10.244.0.0/16',
      ],
      env: { HOME: settings.state },
    };
  },
  async isReady(settings) {
    const url = `https://127.0.0.1:${settings.ports.kwok}/healthz`;
    return (await httpsStatus(url)) === 200;
  },
  async settle(settings) {
    await new Kubectl(settings).run([
      'wait',
      'node',
      '--selector=type=kwok',
      '--for=condition=Ready',
      '--timeout=60s',
    ]);
  },
};
