import { NotFoundError } from '@backstage/errors';
import { isTerminal } from '@sovd/plugin-sovd-deploy-common';
import type { Knex } from 'knex';
import { DatabaseEnvironmentRegistry } from '../environments/DatabaseEnvironmentRegistry';
import { DatabaseReleaseStore } from '../releases/DatabaseReleaseStore';
import type { ChangeLease, ChangeLogLine, DueChange } from './ChangeQueue';
import type { ChangeState } from './ChangeState';
import type { DatabaseTime } from './databaseTime';
import type { FencedStores } from './FencedStores';
import { LeaseLostError } from './LeaseLostError';
import {
  toAbortRequest,
  toChangeColumns,
  toChangeState,
  toStageColumns,
} from './toChangeState';
import type { ChangeStageRow } from './toChangeState';

/** A lease whose writes the database itself refuses once somebody else holds it. */
export class DatabaseChangeLease implements ChangeLease {
  readonly changeId: string;
  readonly environmentId: string;
  readonly epoch: number;

  constructor(
    private readonly database: Knex,
    claimed: DueChange,
    private readonly leaseMs: number,
    private readonly time: DatabaseTime,
  ) {
    this.changeId = claimed.changeId;
    this.environmentId = claimed.environmentId;
    this.epoch = claimed.epoch;
  }

  async load() {
    const row = await this.database('changes')
      .join('environments', 'environments.id', 'changes.environment_id')
      .select('changes.*', 'environments.entity_ref')
      .where('changes.id', this.changeId)
      .first();
    if (!row) throw new NotFoundError(`There is no change ${this.changeId}`);
    const stages = await this.database<ChangeStageRow>('change_stages')
      .where({ change_id: this.changeId })
      .orderBy('position');
    return toChangeState(row, stages);
  }

  async save(state: ChangeState) {
    await this.fenced(async transaction => {
      await transaction('changes')
        .where({ id: this.changeId })
        .update(toChangeColumns(state));
      for (const { position, ...columns } of toStageColumns(state)) {
        await transaction('change_stages')
          .where({ change_id: this.changeId, position })
          .update(columns);
      }
      if (isTerminal(state.change.phase)) {
        await this.own(transaction).update({
          change_id: null,
          holder: null,
          expires_at: 0,
        });
      }
    });
  }

  async append(lines: readonly ChangeLogLine[]) {
    if (lines.length === 0) return;
    await this.fenced(async transaction => {
      const last = await transaction('change_log')
        .where({ change_id: this.changeId })
        .max({ position: 'position' })
        .first();
      const next = Number(last?.position ?? 0) + 1;
      const rows = lines.map((line, index) => ({
        ...line,
        change_id: this.changeId,
        position: next + index,
      }));
      await transaction.batchInsert('change_log', rows, 100);
    });
  }

  async write<T>(write: (stores: FencedStores) => Promise<T>): Promise<T> {
    return this.fenced(transaction =>
      write({
        releases: new DatabaseReleaseStore(transaction),
        registry: new DatabaseEnvironmentRegistry(transaction),
      }),
    );
  }

  async renew() {
    return this.fenced(async transaction => {
      const row = await transaction('changes')
        .select('abort_requested_by', 'abort_requested_at')
        .where({ id: this.changeId })
        .first();
      return toAbortRequest(row);
    });
  }

  async release() {
    // The epoch moves on, so that nothing is written through a lease that was given back.
    await this.own(this.database).update({
      holder: null,
      epoch: this.epoch + 1,
      expires_at: 0,
    });
  }

  private own(database: Knex) {
    return database('change_leases').where({
      environment_id: this.environmentId,
      change_id: this.changeId,
      epoch: this.epoch,
    });
  }

  /**
   * Extends the lease and writes in one transaction. The extension comes first: it locks
   * the row, so that nobody can take the lease between the check and the writes.
   */
  private fenced<T>(
    write: (transaction: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(async transaction => {
      const held = await this.own(transaction).update({
        expires_at: transaction.raw('? + ?', [
          this.time(transaction),
          this.leaseMs,
        ]),
      });
      if (held === 0) throw new LeaseLostError(this.changeId, this.epoch);
      return write(transaction);
    });
  }
}
