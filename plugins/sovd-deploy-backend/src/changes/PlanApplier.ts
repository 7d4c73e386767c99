import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  Change,
  Environment,
  PlannedKind,
} from '@sovd/plugin-sovd-deploy-common';
import { toBusyError } from './changeConflicts';
import type { ChangeStore } from './ChangeStore';
import type { PlannedChange, Planner } from './Planner';
import type { PlanStore } from './PlanStore';
import { toMoved } from './toMoved';

/** Longest list of what moved that still can be read. */
const MOST_NAMED = 8;

/** What a person confirms. */
export interface PlanApplication {
  kind: PlannedKind;
  planDigest: string;
  reason: string;
  requestedBy: string;
}

/** What it works with. */
export interface PlanApplierOptions {
  planner: Planner;
  plans: PlanStore;
  changes: Pick<ChangeStore, 'latest' | 'start'>;
}

/** Starts exactly the change that a person has looked at, or none. */
export class PlanApplier {
  constructor(private readonly options: PlanApplierOptions) {}

  /**
   * Plans once more, and starts the change when both plans are the same. A plan that is
   * refused stays as it is, except that somebody else was faster.
   *
   * @throws NotFoundError when the person has no such plan, or no longer
   * @throws InputError when the plan is of another kind
   * @throws ConflictError naming what moved, what blocks it, or the change that runs
   */
  async apply(
    environment: Environment,
    { kind, planDigest, reason, requestedBy }: PlanApplication,
    signal: AbortSignal,
  ): Promise<{ change: Change; started: boolean }> {
    const { changes, planner, plans } = this.options;
    const owner = { environmentId: environment.id, person: requestedBy };
    const seen = await plans.find(planDigest, owner);
    if (!seen) {
      throw new NotFoundError(
        `You have no plan ${planDigest} for ${environment.name}, or it has expired; plan again`,
      );
    }
    const { createdAt: plannedAt, request } = seen.plan;
    if (request.kind !== kind) {
      throw new InputError(
        `This is the plan of a change of kind ${request.kind}, not ${kind}`,
      );
    }
    await this.refuseWhileBusy(environment);
    const now = await planner.plan(environment, request, { plannedAt, signal });
    refuseWhatMoved(seen, now);
    refuseWhatIsBlocked(now);
    await plans.take(planDigest, owner);
    // What was planned first and what was planned now say the same.
    const { plan, work } = now;
    const planned = { plan, work };
    return changes.start(environment, { kind, planned, reason, requestedBy });
  }

  /** Two at once are told apart when the change is started; this one keeps its plan. */
  private async refuseWhileBusy(environment: Environment): Promise<void> {
    const latest = await this.options.changes.latest(environment.id);
    if (latest?.phase === 'running') throw toBusyError(environment, latest);
  }
}

function refuseWhatMoved(seen: PlannedChange, now: PlannedChange): void {
  if (seen.plan.digest === now.plan.digest) return;
  const moved = toMoved(seen, now);
  const rest = moved.length - MOST_NAMED;
  const named = moved.slice(0, MOST_NAMED).join('; ') || 'its contents';
  throw new ConflictError(
    `Something has moved since this was planned: ${named}${
      rest > 0 ? `; and ${rest} more` : ''
    }. Nothing was changed; plan again and look at it`,
  );
}

function refuseWhatIsBlocked({ plan }: PlannedChange): void {
  const blocker = plan.findings.find(({ severity }) => severity === 'blocker');
  if (!blocker) return;
  throw new ConflictError(
    `This plan can't be applied: ${blocker.headline}. ${blocker.cause}`,
  );
}
