import path from 'node:path';

import { httpsStatus } from '../kubernetes/httpsStatus.ts';
import { Kubectl } from '../kubernetes/Kubectl.ts';
import { kubernetesFiles } from '../kubernetes/kubernetesFiles.ts';
import type { Part } from '../parts/Part.ts';
import { jobsEnvironment } from './jobsEnvironment.ts';

/** The job runner: a node whose pods are processes of this machine, so that migrations really run. */
export const jobsPart: Part = {
  name: 'jobs',
  after: ['kube-apiserver', 'postgres', 'git'],
  ports: ['jobs'],

  async prepare(settings) {
    await jobsEnvironment.run(settings);
  },

  async command(settings) {
    return {
      program: process.execPath,
      args: [
        // it waits nearly all the time: a small heap is enough, and keeps it small
        '--max-semi-space-size=1',
        '--max-old-space-size=96',
        path.join(import.meta.dirname, 'runJobs.ts'),
        JSON.stringify(settings),
      ],
      env: { HOME: settings.state, LANG: 'C.UTF-8', PATH: '/usr/bin:/bin' },
    };
  },

  async isReady(settings) {
    const url = `https://127.0.0.1:${settings.ports.jobs}/healthz`;
    const { certificate } = kubernetesFiles(settings);
    return (await httpsStatus(url, certificate)) === 200;
  },

  async settle(settings) {
    const folder = path.join(settings.root, 'sandbox', 'jobs');
    const policy = path.join(folder, 'jobs-policy.yaml');
    await new Kubectl(settings).applyFiles([policy]);
  },
};
