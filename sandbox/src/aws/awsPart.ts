import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import type { Part } from '../parts/Part.ts';
import type { Settings } from '../settings.ts';
import { preparePythonEnvironment } from './preparePythonEnvironment.ts';

/** Base address of every AWS service in the sandbox. */
export function awsEndpoint(settings: Settings): string {
  return `http://127.0.0.1:${settings.ports.aws}`;
}

/** The virtual environment of the CloudFormation engine and moto; set-up may call it before `start` does. */
export function prepareAwsEnvironment(settings: Settings): Promise<string> {
  return preparePythonEnvironment(
    settings,
    'aws',
    path.join(engineFolder(settings), 'requirements.txt'),
  );
}

function engineFolder(settings: Settings): string {
  return path.join(settings.root, 'sandbox', 'cloudformation');
}

function stateFolder(settings: Settings): string {
  return path.join(settings.state, 'aws');
}

/** moto with the CloudFormation engine in front of it: one port for all of AWS. */
export const awsPart: Part = {
  name: 'aws',
  after: [],

  async prepare(settings) {
    await mkdir(stateFolder(settings), { recursive: true, mode: 0o700 });
    await prepareAwsEnvironment(settings);
  },

  async command(settings) {
    const environment = await prepareAwsEnvironment(settings);
    return {
      program: path.join(environment, 'bin', 'python'),
      args: [
        ...['-m', 'cfn'],
        ...['--host', '127.0.0.1', '--port', String(settings.ports.aws)],
      ],
      cwd: engineFolder(settings),
      env: {
        HOME: stateFolder(settings),
        LANG: 'C.UTF-8',
        PATH: '/usr/bin:/bin',
        PYTHONPYCACHEPREFIX: path.join(settings.cache, 'pycache'),
        PYTHONUNBUFFERED: '1',
        // the file holds secrets: the folder is 0700, the file 0600
        SANDBOX_STATE: path.join(stateFolder(settings), 'state.bin'),
      },
    };
  },

  async isReady(settings) {
    const answer = await fetch(`${awsEndpoint(settings)}/sandbox-api/health`);
    return answer.ok;
  },
};
