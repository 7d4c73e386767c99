import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import type { Part } from '../parts/Part.ts';
import { PythonEnvironment } from '../python/PythonEnvironment.ts';
import type { Settings } from '../settings.ts';

/** Base address of every AWS service in the sandbox. */
export function awsEndpoint(settings: Settings): string {
  return `http://127.0.0.1:${settings.ports.aws}`;
}

/** The CloudFormation engine's sources. */
export function engineFolder(settings: Settings): string {
  return path.join(settings.root, 'sandbox', 'cloudformation');
}

function stateFolder(settings: Settings): string {
  return path.join(settings.state, 'aws');
}

/** What the CloudFormation engine and moto run in: a step of set-up. */
export const awsEnvironment = new PythonEnvironment({
  name: 'aws',
  title: 'Python environment of AWS',
  requirementsFile: settings =>
    path.join(engineFolder(settings), 'requirements.txt'),
});

/** moto with the CloudFormation engine in front of it: one port for all of AWS. */
export const awsPart: Part = {
  name: 'aws',
  after: [],
  ports: ['aws'],

  async prepare(settings) {
    await mkdir(stateFolder(settings), { recursive: true, mode: 0o700 });
    await awsEnvironment.run(settings);
  },

  async command(settings) {
    const port = String(settings.ports.aws);
    return {
      program: path.join(await awsEnvironment.programs(settings), 'python'),
      args: ['-m', 'cfn', '--host', '127.0.0.1', '--port', port],
      cwd: engineFolder(settings),
      env: {
        HOME: stateFolder(settings),
        LANG: 'C.UTF-8',
        PATH: '/usr/bin:/bin',
        PYTHONPYCACHEPREFIX: path.join(settings.cache, 'pycache'),
        PYTHONUNBUFFERED: '1',
        // it holds secrets: the folder is 0700, the file 0600
        SANDBOX_STATE: path.join(stateFolder(settings), 'state.bin'),
      },
    };
  },

  async isReady(settings) {
    const answer = await fetch(`${awsEndpoint(settings)}/sandbox-api/health`);
    return answer.ok;
  },
};
