import knexFactory from 'knex';
import type { Knex } from 'knex';
import { createReconciler } from '../createReconciler';
import { openStores } from '../Stores';
import { Journal } from './Journal';
import { JournaledProviders } from './JournaledProviders';
import { testTarget } from './testTarget';

/** What a process is told as its only argument, in JSON. */
export interface BackendProcessOptions {
  database: Knex.Config;
  /** File of the world's journal. */
  journal: string;
  pauseAt?: string;
}

/** Carries changes on as a backend does, until it is ended or killed. */
async function run(options: BackendProcessOptions) {
  const journal = new Journal(options.journal, options.pauseAt);
  const database = knexFactory(options.database);
  const stores = await openStores({
    getClient: async () => database,
    migrations: { skip: true },
  });
  const logger = {
    debug: () => {},
    info: () => {},
    warn: (message: string) => journal.write('warning', { message }),
    error: (message: string) => journal.write('warning', { message }),
    child: () => logger,
  };
  const reconciler = createReconciler({
    stores,
    providers: new JournaledProviders(journal),
    targets: [testTarget],
    announcer: { announce: () => {} },
    logger,
    stableMs: 20,
  });
  process.once('SIGTERM', async () => {
    await reconciler.stop();
    await database.destroy();
  });
  reconciler.start();
}

run(JSON.parse(process.argv[2]));
