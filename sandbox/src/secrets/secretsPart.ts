import path from 'node:path';

import { Kubectl } from '../kubernetes/Kubectl.ts';
import type { Part } from '../parts/Part.ts';
import {
  definitionsFolder,
  externalSecretsDefinitions,
} from './externalSecretsDefinitions.ts';

/** Stands for External Secrets: syncs Secrets from Secrets Manager. */
export const secretsPart: Part = {
  name: 'secrets',
  after: ['kube-apiserver', 'aws'],
  ports: ['secrets'],

  // before the program starts, which watches these kinds
  async prepare(settings) {
    await externalSecretsDefinitions.run(
      settings,
      path.join(settings.state, 'log', 'secrets-definitions.log'),
    );
    const folder = await definitionsFolder(settings);
    const kubectl = new Kubectl(settings);
    await kubectl.applyFiles([folder]);
    await kubectl.untilEstablished([`--filename=${folder}`]);
  },

  async command(settings) {
    return {
      program: process.execPath,
      args: [
        '--max-semi-space-size=1',
        '--max-old-space-size=96',
        path.join(import.meta.dirname, 'runSecrets.ts'),
        JSON.stringify(settings),
      ],
      env: { HOME: settings.state, LANG: 'C.UTF-8', PATH: '/usr/bin:/bin' },
    };
  },

  async isReady(settings) {
    const url = `http://127.0.0.1:${settings.ports.secrets}/`;
    return (await fetch(url)).ok;
  },
};
