import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue } from 'node:sqlite';
import type { Settings } from '../../sandbox/src/settings.ts';
import { answers, owner } from './createEnvironment.ts';
import type { PortalClient } from './PortalClient.ts';

export const fleetName = (index: number) =>
  `fleet-${`${index}`.padStart(4, '0')}`;

type Row = Record<string, SQLInputValue>;

/**
 * Registers environments from one number to another: the first by the portal's own API, the
 * others as copies of its row, since each registration waits for the whole catalog.
 */
export async function registerFleet(
  client: PortalClient,
  settings: Settings,
  from: number,
  to: number,
): Promise<void> {
  const first = fleetName(1);
  await client.post('/api/sovd-deploy/v1/environments', {
    answers: { ...answers, name: first, owner },
  });
  const file = path.join(settings.state, 'portal', 'sovd-deploy.sqlite');
  const database = new DatabaseSync(file, { timeout: 10_000 });
  try {
    const row = database
      .prepare('select * from environments where application = ?')
      .get(first) as Row;
    const columns = Object.keys(row);
    const insert = database.prepare(
      `insert or ignore into environments (${columns.join()}) values (${columns
        .map(() => '?')
        .join()})`,
    );
    database.exec('begin immediate');
    for (let index = Math.max(2, from + 1); index <= to; index += 1) {
      const copy: Row = {
        ...JSON.parse(JSON.stringify(row).replaceAll(first, fleetName(index))),
        id: randomUUID(),
        channel: randomUUID(),
      };
      insert.run(...columns.map(column => copy[column]));
    }
    database.exec('commit');
  } finally {
    database.close();
  }
}
