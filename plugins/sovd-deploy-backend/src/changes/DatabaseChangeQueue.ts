import type { Knex } from 'knex';
import type { ChangeQueue, DueChange } from './ChangeQueue';
import { DatabaseChangeLease } from './DatabaseChangeLease';

/** How long a lease lives without a renewal, in milliseconds. */
export const LEASE_MS = 10_000;

/** The running changes in the portal's database, shared by all replicas. */
export class DatabaseChangeQueue implements ChangeQueue {
  constructor(
    private readonly database: Knex,
    private readonly now: () => number = Date.now,
  ) {}

  async due(limit: number) {
    const now = this.now();
    const rows: { id: string; environment_id: string; epoch: number }[] =
      await this.database('change_leases')
        .join('changes', 'changes.id', 'change_leases.change_id')
        .select('changes.id', 'changes.environment_id', 'change_leases.epoch')
        .where('change_leases.expires_at', '<=', now)
        .andWhere('changes.next_look_at', '<=', now)
        .orderBy('changes.next_look_at')
        .limit(limit);
    return rows.map(row => ({
      changeId: row.id,
      environmentId: row.environment_id,
      epoch: row.epoch,
    }));
  }

  async claim(due: DueChange, holder: string) {
    const now = this.now();
    const epoch = due.epoch + 1;
    const claimed = await this.database('change_leases')
      .where({
        environment_id: due.environmentId,
        change_id: due.changeId,
        epoch: due.epoch,
      })
      .andWhere('expires_at', '<=', now)
      .update({ holder, epoch, expires_at: now + LEASE_MS });
    if (claimed === 0) return undefined;
    return new DatabaseChangeLease(
      this.database,
      { ...due, epoch },
      LEASE_MS,
      this.now,
    );
  }
}
