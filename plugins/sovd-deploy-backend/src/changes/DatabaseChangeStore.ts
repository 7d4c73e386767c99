import { randomUUID } from 'node:crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  changeLogEntrySchema,
  isTerminal,
} from '@sovd/plugin-sovd-deploy-common';
import type { Change, Environment } from '@sovd/plugin-sovd-deploy-common';
import type { Knex } from 'knex';
import type { ChangeOrder, ChangeStore } from './ChangeStore';
import { insertChange } from './insertChange';
import { toBusyError, toTooLateError } from './changeConflicts';
import { readChanges } from './readChanges';
import type { ChangeRow } from './toChangeState';

/** Longest part of a log that is sent at once. */
const LOG_PAGE = 1_000;

/** Changes in the portal's database. */
export class DatabaseChangeStore implements ChangeStore {
  constructor(
    private readonly database: Knex,
    private readonly now: () => number = Date.now,
  ) {}

  async start(environment: Environment, order: ChangeOrder) {
    const id = randomUUID();
    const existing = await this.database.transaction(transaction =>
      this.insert(transaction, environment.id, id, order),
    );
    const change = await this.get(existing ?? id);
    if (existing && (change.kind !== 'create' || order.kind !== 'create')) {
      throw toBusyError(environment, change);
    }
    return { change, started: existing === undefined };
  }

  async requestAbort(id: string, requestedBy: string) {
    const asked = await this.database('changes')
      .where({ id, phase: 'running' })
      .whereNull('abort_requested_at')
      .whereNotExists(this.recording(id))
      .update({
        abort_requested_by: requestedBy,
        abort_requested_at: new Date(this.now()).toISOString(),
        // whoever is free takes it up at once
        next_look_at: this.now(),
      });
    const change = await this.find(id);
    if (!change) throw new NotFoundError(`There is no change ${id}`);
    const tooLate = isTerminal(change.phase) || !change.abort;
    if (asked === 0 && tooLate) throw toTooLateError(change);
    return change;
  }

  async find(id: string) {
    const [found] = await this.read(query => query.where('changes.id', id));
    return found?.change;
  }

  async list(environmentId: string, limit: number, before?: string) {
    const found = await this.read(query => {
      query.where('environment_id', environmentId).limit(limit);
      if (!before) return query;
      const last = this.database('changes').select('sequence');
      return query.where('sequence', '<', last.where('id', before));
    });
    return found.map(({ change }) => change);
  }

  async latest(environmentId: string) {
    const [change] = await this.list(environmentId, 1);
    return change;
  }

  async latestOf(environmentIds: readonly string[]) {
    const newest = this.database('changes')
      .max('sequence')
      .whereIn('environment_id', [...environmentIds])
      .groupBy('environment_id');
    const read = await this.read(query => query.whereIn('sequence', newest));
    return new Map(
      read.map(({ environmentId, change }) => [environmentId, change]),
    );
  }

  async changedSince(position: number) {
    const running = await this.database('change_leases')
      .whereNotNull('change_id')
      .pluck('environment_id');
    const started: Pick<ChangeRow, 'environment_id' | 'sequence'>[] =
      await this.database('changes')
        .select('environment_id', 'sequence')
        .where('sequence', '>', position)
        .orderBy('sequence');
    return {
      environmentIds: [
        ...running,
        ...started.map(({ environment_id }) => environment_id),
      ],
      position: started.at(-1)?.sequence ?? position,
    };
  }

  async log(id: string, after: number) {
    const rows = await this.database('change_log')
      .select('position', 'at', 'stage', 'text')
      .where({ change_id: id })
      .andWhere('position', '>', after)
      .orderBy('position')
      .limit(LOG_PAGE);
    return rows.map(row => changeLogEntrySchema.parse(row));
  }

  /**
   * The row of the environment's lease is what makes two starts at once one after the
   * other: only one of them finds it free.
   *
   * @returns the id of the change that stands in the way, if one does
   */
  private async insert(
    transaction: Knex.Transaction,
    environmentId: string,
    id: string,
    order: ChangeOrder,
  ): Promise<string | undefined> {
    const leases = () =>
      transaction('change_leases').where({ environment_id: environmentId });
    await transaction('change_leases')
      .insert({ environment_id: environmentId, epoch: 0, expires_at: 0 })
      .onConflict('environment_id')
      .ignore();
    const taken = await leases()
      .whereNull('change_id')
      .update({ change_id: id, holder: null, expires_at: 0 });
    if (taken === 0) return (await leases().first()).change_id;

    if (order.kind === 'create') {
      const done = await transaction<ChangeRow>('changes')
        .where({ environment_id: environmentId, kind: 'create' })
        .andWhere('phase', 'succeeded')
        .first();
      if (done) {
        await leases().update({ change_id: null });
        return done.id;
      }
    }
    await insertChange(transaction, environmentId, id, order, this.now());
    return undefined;
  }

  /** A change that has begun to write down what runs is done with everything else. */
  private recording(id: string) {
    return this.database('change_stages')
      .where({ change_id: id, name: 'record' })
      .whereNot('phase', 'pending');
  }

  private async get(id: string): Promise<Change> {
    const change = await this.find(id);
    if (!change) {
      throw new ConflictError('Another change has just ended; try again');
    }
    return change;
  }

  private read(narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder) {
    return readChanges(this.database, narrow);
  }
}
