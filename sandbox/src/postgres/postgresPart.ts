import path from 'node:path';
import { Client } from 'pg';
import type { Part } from '../parts/Part.ts';
import { giveToUnprivileged } from '../processes/giveToUnprivileged.ts';
import { unprivileged } from '../processes/unprivileged.ts';
import { postgresConnection, postgresFiles } from './connection.ts';
import { endLeftovers } from './endLeftovers.ts';
import { prepareCluster } from './prepareCluster.ts';
import { postgresPrograms } from './postgresPrograms.ts';

/** Holds the tables of the Git host and one database per environment. */
export const postgresPart: Part = {
  name: 'postgres',
  after: [],
  ports: ['postgres'],
  // A "fast" shutdown: SIGTERM would wait for every client to leave by itself.
  stopSignal: 'SIGINT',
  prepare: prepareCluster,
  async command(settings) {
    const { data, folder } = postgresFiles(settings);
    await endLeftovers(data);
    await giveToUnprivileged(folder);
    const programs = await postgresPrograms();
    const run = unprivileged(path.join(programs, 'postgres'), ['-D', data]);
    return { ...run, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' } };
  },
  async isReady(settings) {
    const client = new Client({
      ...(await postgresConnection(settings)),
      connectionTimeoutMillis: 5_000,
    });
    await client.connect();
    await client.end();
    return true;
  },
};
