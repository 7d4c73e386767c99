import type { Knex } from 'knex';
import type { ChangeQueue, DueChange } from './ChangeQueue';
import { DatabaseChangeLease } from './DatabaseChangeLease';
import { databaseTime } from './databaseTime';
import type { DatabaseTime } from './databaseTime';

/** How long a lease lives without a renewal, in milliseconds. */
export const LEASE_MS = 10_000;

/** The running changes in the portal's database, shared by all replicas. */
export class DatabaseChangeQueue implements ChangeQueue {
  /**
   * @param now - clock of this replica: when a change wants to be looked at is a wish,
   * written and read by clocks of that kind
   * @param time - clock of all replicas: who holds a lease is a promise
   */
  constructor(
    private readonly database: Knex,
    private readonly now: () => number = Date.now,
    private readonly time: DatabaseTime = databaseTime,
  ) {}

  async due(limit: number) {
    const rows: { id: string; environment_id: string; epoch: number }[] =
      await this.database('change_leases')
        .join('changes', 'changes.id', 'change_leases.change_id')
        .select('changes.id', 'changes.environment_id', 'change_leases.epoch')
        .where('change_leases.expires_at', '<=', this.time(this.database))
        .andWhere('changes.next_look_at', '<=', this.now())
        .orderBy('changes.next_look_at')
        .limit(limit);
    return rows.map(row => ({
      changeId: row.id,
      environmentId: row.environment_id,
      epoch: row.epoch,
    }));
  }

  async claim(due: DueChange, holder: string) {
    const time = this.time(this.database);
    const epoch = due.epoch + 1;
    const claimed = await this.database('change_leases')
      .where({
        environment_id: due.environmentId,
        change_id: due.changeId,
        epoch: due.epoch,
      })
      .andWhere('expires_at', '<=', time)
      .update({
        holder,
        epoch,
        expires_at: this.database.raw('? + ?', [time, LEASE_MS]),
      });
    if (claimed === 0) return undefined;
    return new DatabaseChangeLease(
      this.database,
      { ...due, epoch },
      LEASE_MS,
      this.time,
    );
  }
}
