import { ConflictError, NotFoundError } from '@backstage/errors';
import { planSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import { changeWorkSchema } from './ChangeWork';
import type { PlannedChange } from './Planner';
import { planSections } from './planSections';
import type { PlanOwner, PlanStore } from './PlanStore';

/** How long an expired plan is kept, so that somebody can be told that it has expired. */
const KEPT_MS = 24 * 60 * 60_000;

interface PlanRow {
  digest: string;
  environment_id: string;
  person: string;
  planned: string;
  /** PostgreSQL gives big integers as text. */
  expires_at: number | string;
  used_at: number | string | null;
}

const plannedSchema = z.object({
  plan: planSchema,
  work: changeWorkSchema,
  fingerprints: z.record(z.enum(planSections), z.string()),
});

/** Plans in the portal's database, shared by all replicas. */
export class DatabasePlanStore implements PlanStore {
  constructor(
    private readonly database: Knex,
    private readonly now: () => number = Date.now,
  ) {}

  async keep(planned: PlannedChange, owner: PlanOwner): Promise<void> {
    const { digest, expiresAt } = planned.plan;
    const content = {
      planned: JSON.stringify(planned),
      expires_at: Date.parse(expiresAt),
      // the same plan made again, after a change that went back, is a plan of its own
      used_at: null,
    };
    const key = keyOf(digest, owner);
    await this.plans()
      .insert({ ...key, ...content })
      .onConflict(['digest', 'environment_id', 'person'])
      .merge(content);
    await this.plans()
      .where('expires_at', '<', this.now() - KEPT_MS)
      .delete();
  }

  async find(
    digest: string,
    owner: PlanOwner,
  ): Promise<PlannedChange | undefined> {
    const row = await this.plans()
      .where(keyOf(digest, owner))
      .andWhere('expires_at', '>', this.now())
      .first();
    return row && plannedSchema.parse(JSON.parse(row.planned));
  }

  async take(digest: string, owner: PlanOwner): Promise<PlannedChange> {
    const now = this.now();
    const taken = await this.plans()
      .where(keyOf(digest, owner))
      .whereNull('used_at')
      .andWhere('expires_at', '>', now)
      .update({ used_at: now });
    const row = await this.plans().where(keyOf(digest, owner)).first();
    if (!row) {
      throw new NotFoundError(
        `You have no plan ${digest} for this environment; plan again`,
      );
    }
    if (taken === 0) {
      throw new ConflictError(
        row.used_at === null
          ? `The plan ${digest} has expired; plan again`
          : `The plan ${digest} was used already; plan again`,
      );
    }
    return plannedSchema.parse(JSON.parse(row.planned));
  }

  private plans() {
    return this.database<PlanRow>('plans');
  }
}

function keyOf(digest: string, { environmentId, person }: PlanOwner) {
  return { digest, environment_id: environmentId, person };
}
