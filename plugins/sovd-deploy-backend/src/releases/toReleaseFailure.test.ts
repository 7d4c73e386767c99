import { toReleaseFailure } from './toReleaseFailure';

const words = 'Error: UPGRADE FAILED: not ready';
const failing = { component: 'backend', cause: 'CrashLoopBackOff: no db' };

describe('toReleaseFailure', () => {
  it('takes the migration first, since pods come after it', () => {
    expect(
      toReleaseFailure('fleet', words, {
        migrationJob: {
          phase: 'failed',
          report: {
            current: ['0003'],
            heads: ['0004'],
            applied: [],
            durationMs: 1,
            error: 'LockNotAvailableError',
            revision: '0004',
          },
        },
        rollout: { workloads: [failing] },
      }),
    ).toMatchObject({
      rule: 'database-migration-failed',
      headline: 'Database migration 0004 stopped',
      cause: `LockNotAvailableError; the schema stands at 0003; no pod was touched`,
    });
  });

  it('takes the first pod that says why', () => {
    expect(
      toReleaseFailure('fleet', words, {
        migrationJob: { phase: 'succeeded' },
        rollout: { workloads: [{ component: 'agent' }, failing] },
      }),
    ).toMatchObject({
      headline: "New backend pods can't start",
      cause: 'CrashLoopBackOff: no db',
    });
  });

  it('names the pod, and where the database stays', () => {
    const report = {
      current: ['0004'],
      heads: ['0004'],
      applied: ['0004'],
      durationMs: 1,
    };
    expect(
      toReleaseFailure('fleet', words, {
        migrationJob: { phase: 'succeeded', report },
        rollout: { workloads: [{ ...failing, causePod: 'fleet-7d-x' }] },
      }),
    ).toMatchObject({
      rule: 'pods-cannot-start',
      cause: `Pod fleet-7d-x: CrashLoopBackOff: no db. The database stays at 0004`,
    });
  });

  it('names whoever else has changed a field, and does not call for force', () => {
    const conflict =
      'Error: UPGRADE FAILED: conflict occurred while applying object fleet/fleet-backend apps/v1, Kind=Deployment: Apply failed with 1 conflict: conflict with "kubectl-edit" using apps/v1: .spec.replicas';
    const finding = toReleaseFailure('fleet', conflict, {
      rollout: { workloads: [failing] },
    });
    expect(finding).toMatchObject({
      rule: 'field-conflict',
      headline: 'kubectl-edit has changed .spec.replicas outside of the portal',
      cause: `.spec.replicas belongs to kubectl-edit; the portal doesn't take it over by force`,
    });
    expect(JSON.stringify(finding.nextSteps)).not.toMatch(/force/);
  });

  it('has the deployer’s words when nothing was seen', () => {
    expect(toReleaseFailure('fleet', words, {})).toMatchObject({
      headline: 'Release fleet failed',
      cause: 'UPGRADE FAILED: not ready',
    });
  });

  it('leaves out what was told on the way to the error', () => {
    const told = `level=INFO msg="hook" level=WARN msg="upgrade failed" ${words}`;
    expect(toReleaseFailure('fleet', told, {}).cause).toBe(
      'UPGRADE FAILED: not ready',
    );
  });
});
