import path from 'node:path';
import { runProgram } from './runProgram.ts';
import { sandboxVariable, state } from './sandbox.ts';

const kubeconfig = () => path.join(state, 'admin.kubeconfig');

/** kubectl as the cluster's administrator. */
export function kubectl(...args: string[]): Promise<string> {
  const program = sandboxVariable('SANDBOX_KUBECTL');
  return runProgram(program, ['--kubeconfig', kubeconfig(), ...args]);
}

/** A pod that hasn't been told to end. */
export interface ServingPod {
  name: string;
  uid: string;
  image: string;
  ready: boolean;
}

interface ListedPods {
  items: {
    metadata: { name: string; uid: string; deletionTimestamp?: string };
    spec: { containers: { image: string }[] };
    status: { containerStatuses?: { ready: boolean }[] };
  }[];
}

/** The pods of a component by name, without those that end. */
export async function servingPods(
  namespace: string,
  component = 'backend',
): Promise<ServingPod[]> {
  const text = await kubectl(
    'get',
    'pods',
    '--namespace',
    namespace,
    '--selector',
    `app.kubernetes.io/component=${component}`,
    '--sort-by',
    'metadata.name',
    '--output',
    'json',
  );
  const { items } = JSON.parse(text) as ListedPods;
  return items
    .filter(({ metadata }) => !metadata.deletionTimestamp)
    .map(({ metadata, spec, status }) => ({
      name: metadata.name,
      uid: metadata.uid,
      image: spec.containers[0].image,
      ready: status.containerStatuses?.[0].ready ?? false,
    }));
}

interface ListedRelease {
  name: string;
  revision: string;
  status: string;
}

/** Releases of a namespace, as `helm list` shows them. */
export async function helmList(namespace: string): Promise<ListedRelease[]> {
  const program = sandboxVariable('SANDBOX_HELM');
  const text = await runProgram(program, [
    '--kubeconfig',
    kubeconfig(),
    'list',
    '--namespace',
    namespace,
    '--output',
    'json',
  ]);
  return JSON.parse(text) as ListedRelease[];
}
