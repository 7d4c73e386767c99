import { kubernetesProgram } from '../builds/kubernetesPrograms.ts';
import type { Part } from '../parts/Part.ts';
import type { Settings } from '../settings.ts';
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

/**
 * Takes the nodes from a KWOK that is no more. Each run of KWOK names itself anew,
 * and would leave the pods alone until the leases of the one before have run out.
 */
async function releaseNodes(settings: Settings): Promise<void> {
  const kubectl = new Kubectl(settings);
  const list = ['get', 'node', '--selector=type=kwok', '--output=name'];
  const nodes = (await kubectl.run(list)).split('\n').filter(Boolean);
  await kubectl.run([
    ...['delete', '--namespace=kube-node-lease', '--ignore-not-found'],
    ...nodes.map(name => name.replace('node/', 'lease/')),
  ]);
}

/** Plays the kubelets of the simulated nodes: the life of their pods, their metrics and their logs. */
export const kwokPart: Part = {
  name: 'kwok',
  after: ['kube-apiserver'],
  ports: ['kwok'],
  async command(settings) {
    await releaseNodes(settings);
    const port = settings.ports.kwok;
    return {
      program: await kubernetesProgram(settings, 'kwok'),
      args: [
        `--kubeconfig=${kubeconfigFile(settings, 'kwok')}`,
        '--manage-all-nodes=false',
        '--manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake',
        `--enable-crds=${definitions.join(',')}`,
        `--server-address=127.0.0.1:${port}`,
        '--node-ip=127.0.0.1',
        // Without a name, KWOK's own stage takes a node's address away when it comes back from NotReady.
        '--node-name=localhost',
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
