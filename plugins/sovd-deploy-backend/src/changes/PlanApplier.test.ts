import { plannedChange } from '../__testUtils__/testPlan';
import { plannedWork, startedState } from '../__testUtils__/testChange';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { PlanApplier } from './PlanApplier';
import type { PlannedChange } from './Planner';

const environment = proposeEnvironment();
const { signal } = new AbortController();
const { change } = startedState(environment);

function setUp(seen?: PlannedChange, now: PlannedChange = plannedChange()) {
  const planner = { plan: jest.fn(async () => now) };
  const plans = {
    keep: jest.fn(),
    find: jest.fn(async () => seen),
    take: jest.fn(async () => now),
  };
  const changes = {
    latest: jest.fn(async (): Promise<typeof change | undefined> => undefined),
    start: jest.fn(async () => ({ change, started: true })),
  };
  const applier = new PlanApplier({ planner, plans, changes });
  const apply = (kind: 'upgrade' | 'restart' = 'upgrade') =>
    applier.apply(
      environment,
      {
        kind,
        planDigest: plannedChange().plan.digest,
        reason: 'New features',
        requestedBy: 'user:default/ann',
      },
      signal,
    );
  return { apply, changes, planner, plans };
}

describe('PlanApplier', () => {
  it('starts what was planned, with the plan made once more', async () => {
    const seen = plannedChange();
    // the default branch has moved, without a difference for this environment
    const work = plannedWork({ environmentCommit: 'e'.repeat(40) });
    const now = { ...plannedChange(), work };
    const { apply, changes, planner, plans } = setUp(seen, now);
    await expect(apply()).resolves.toEqual({ change, started: true });
    expect(planner.plan).toHaveBeenCalledWith(environment, seen.plan.request, {
      plannedAt: seen.plan.createdAt,
      signal,
    });
    expect(plans.take).toHaveBeenCalledWith(seen.plan.digest, {
      environmentId: environment.id,
      person: 'user:default/ann',
    });
    expect(changes.start).toHaveBeenCalledWith(environment, {
      kind: 'upgrade',
      reason: 'New features',
      requestedBy: 'user:default/ann',
      planned: { plan: now.plan, work },
    });
  });

  it('refuses what has moved, names it, and leaves the plan unused', async () => {
    const moved = plannedChange({
      digest: `sha256:${'e'.repeat(64)}`,
      values: [{ path: 'config.logLevel', to: 'DEBUG' }],
    });
    const { apply, changes, plans } = setUp(plannedChange(), moved);
    await expect(apply()).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        'Something has moved since this was planned: values: image.tag, config.logLevel. Nothing was changed; plan again and look at it',
    });
    expect(plans.take).not.toHaveBeenCalled();
    expect(changes.start).not.toHaveBeenCalled();
  });

  it('refuses a plan that something blocks, with the first headline', async () => {
    const finding = {
      rule: 'connection-budget',
      headline: 'The database takes 100 connections, the pods would open 120',
      cause: 'Six pods with a pool of 20',
      nextSteps: [],
    };
    const blocked = plannedChange({
      findings: [
        { ...finding, severity: 'warning', headline: 'Only good to know' },
        { ...finding, severity: 'blocker' },
      ],
    });
    const { apply, changes, plans } = setUp(blocked, blocked);
    await expect(apply()).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        "This plan can't be applied: The database takes 100 connections, the pods would open 120. Six pods with a pool of 20",
    });
    expect(plans.take).not.toHaveBeenCalled();
    expect(changes.start).not.toHaveBeenCalled();
  });

  it('names the change that runs, before it plans anything', async () => {
    const { apply, changes, planner } = setUp(plannedChange());
    changes.latest.mockResolvedValueOnce(change);
    await expect(apply()).rejects.toThrow(
      `fleet-staging is busy with the create change of user:default/guest (${change.id})`,
    );
    expect(planner.plan).not.toHaveBeenCalled();
  });

  it('knows no plan of somebody else, or one that has expired', async () => {
    const { apply } = setUp(undefined);
    await expect(apply()).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('refuses another kind than the one that was planned', async () => {
    const { apply } = setUp(plannedChange());
    await expect(apply('restart')).rejects.toMatchObject({
      name: 'InputError',
      message: 'This is the plan of a change of kind upgrade, not restart',
    });
  });
});
