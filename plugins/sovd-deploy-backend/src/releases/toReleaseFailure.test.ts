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
      cause: `LockNotAvailableError, the schema stands at 0003. The deployer says: ${words}`,
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
      cause: `CrashLoopBackOff: no db. The deployer says: ${words}`,
    });
  });

  it('has the deployer’s words when nothing was seen', () => {
    expect(toReleaseFailure('fleet', words, {})).toMatchObject({
      headline: 'Release fleet failed',
      cause: words,
    });
  });
});
