import path from 'node:path';
import { runProgram } from './runProgram.ts';
import { sandboxVariable, state } from './sandbox.ts';

const kubeconfig = () => path.join(state, 'admin.kubeconfig');

/** kubectl as the cluster's administrator. */
export function kubectl(...args: string[]): Promise<string> {
  const program = sandboxVariable('SANDBOX_KUBECTL');
  return runProgram(program, ['--kubeconfig', kubeconfig(), ...args]);
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
