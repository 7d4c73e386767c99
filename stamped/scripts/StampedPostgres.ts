import path from 'node:path';
import { postgresPrograms } from '@sovd/sandbox/src/postgres/postgresPrograms.ts';
import {
  backendEnvironment,
  startPostgres as startTestPostgres,
  type TestPostgres,
} from '@sovd/templates/tests/PostgresFixture.ts';
import { settings } from '@sovd/templates/tests/StampedRepositoryFixture.ts';

/** A PostgreSQL for the scripts of a stamped repository. */
export interface StampedPostgres extends TestPostgres {
  /** `PATH` with the backend's Python, PostgreSQL's clients and squawk. */
  programs: string;
}

/** A server of its own, and the programs that scripts call beside it. */
export async function startPostgres(): Promise<StampedPostgres> {
  const [, server] = await Promise.all([
    backendEnvironment.run(settings),
    startTestPostgres(60),
  ]);
  return {
    ...server,
    programs: [
      await backendEnvironment.programs(settings),
      await postgresPrograms(),
      path.join(settings.root, 'node_modules/.bin'),
      path.dirname(process.execPath),
      '/usr/bin',
      '/bin',
    ].join(':'),
  };
}
