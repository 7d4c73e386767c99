import { connect } from 'node:net';
import { kubernetesProgram } from '../builds/kubernetesPrograms.ts';
import type { Part } from '../parts/Part.ts';
import {
  etcdSockets,
  prepareEtcdSocketFolder,
  removeEtcdSockets,
} from './etcdSocket.ts';
import { kubernetesFiles } from './kubernetesFiles.ts';

function answers(socket: string): Promise<boolean> {
  return new Promise(resolve => {
    const connection = connect(socket);
    connection.once('connect', () => {
      connection.destroy();
      resolve(true);
    });
    connection.once('error', () => resolve(false));
  });
}

export const etcdPart: Part = {
  name: 'etcd',
  after: [],
  prepare: prepareEtcdSocketFolder,
  async command(settings) {
    await removeEtcdSockets(settings);
    const { client, peer } = etcdSockets(settings);
    return {
      program: await kubernetesProgram(settings, 'etcd'),
      args: [
        '--name=sandbox',
        `--data-dir=${kubernetesFiles(settings).etcdData}`,
        `--listen-client-urls=unix://${client}`,
        `--listen-peer-urls=unix://${peer}`,
        // etcd insists on host and port in what it advertises; with one member nobody dials it.
        '--advertise-client-urls=http://localhost:2379',
        '--initial-advertise-peer-urls=http://localhost:2380',
        '--initial-cluster=sandbox=http://localhost:2380',
        '--auto-compaction-mode=revision',
        '--auto-compaction-retention=2000',
        '--quota-backend-bytes=2147483648',
        // The sandbox may lose seconds of data in a power cut, never in a crash of etcd.
        '--unsafe-no-fsync=true',
        '--log-level=warn',
      ],
      env: {},
    };
  },
  isReady: settings => answers(etcdSockets(settings).client),
};
