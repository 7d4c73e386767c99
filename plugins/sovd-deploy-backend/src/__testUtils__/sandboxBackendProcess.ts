import knexFactory from 'knex';
import type { Knex } from 'knex';
import { createOverview } from '../createOverview';
import { createProviders } from '../createProviders';
import { createReconciler } from '../createReconciler';
import { openStores } from '../Stores';
import { sandboxConfig } from './sandboxConfig';

/** What a process is told as its only argument, in JSON. */
export interface SandboxBackendOptions {
  database: Knex.Config;
  /** How long a release has to run well before it counts, in milliseconds. */
  stableMs: number;
}

/** Carries changes on with the real providers, as the plugin does, until it is killed. */
async function run(options: SandboxBackendOptions) {
  const { config, deploy } = await sandboxConfig();
  const database = knexFactory(options.database);
  const stores = await openStores({
    getClient: async () => database,
    migrations: { skip: true },
  });
  const tell = (message: string) => process.stderr.write(`${message}\n`);
  const logger = {
    debug: () => {},
    info: () => {},
    warn: tell,
    error: tell,
    child: () => logger,
  };
  const providers = createProviders({ config, deploy, logger });
  const announcer = { announce: () => {} };
  const { targets } = deploy;
  const parts = { stores, providers, targets, announcer, logger };
  // keeps what Kubernetes forgets
  createOverview(parts);
  const reconciler = createReconciler({
    ...parts,
    stableMs: options.stableMs,
  });
  providers.start();
  reconciler.start();
}

run(JSON.parse(process.argv[2]));
