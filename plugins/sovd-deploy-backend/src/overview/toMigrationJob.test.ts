import { testContainer, testJob, testPod } from '../__testUtils__/testObjects';
import { newestJob, toMigrationJob } from './toMigrationJob';

const report = { current: ['1'], heads: ['1'], applied: [], durationMs: 5 };
const failed = {
  conditions: [
    {
      type: 'Failed',
      status: 'True',
      reason: 'DeadlineExceeded',
      message: 'Job was active longer than specified deadline',
    },
  ],
};

describe('toMigrationJob', () => {
  it('is pending until its container runs, with the reason why not', () => {
    const pod = testPod('p', 'j', {
      ready: false,
      containers: [
        testContainer({
          running: false,
          waiting: { reason: 'ErrImagePull', message: 'not found' },
        }),
      ],
    });
    expect(toMigrationJob(testJob(), [pod], undefined)).toEqual({
      job: 'fleet-staging-migrate-1',
      uid: 'j',
      phase: 'pending',
      startedAt: '2026-11-21T10:00:01Z',
      cause: 'ErrImagePull: not found',
    });
    expect(toMigrationJob(testJob(), [], undefined).phase).toBe('pending');
  });

  it('says which release it migrates for, where the chart does', () => {
    const job = toMigrationJob(testJob({ helmRevision: 4 }), [], undefined);
    expect(job.helmRevision).toBe(4);
    expect(toMigrationJob(testJob(), [], undefined)).not.toHaveProperty(
      'helmRevision',
    );
  });

  it('runs with its container, also between two tries', () => {
    const again = testPod('p', 'j', {
      ready: false,
      containers: [
        testContainer({
          running: false,
          waiting: { reason: 'CrashLoopBackOff' },
          lastTerminated: { exitCode: 1 },
        }),
      ],
    });
    expect(toMigrationJob(testJob(), [again], undefined).phase).toBe('running');
    expect(
      toMigrationJob(testJob(), [testPod('p', 'j')], undefined).phase,
    ).toBe('running');
  });

  it('has succeeded with its report', () => {
    const job = testJob({
      finishedAt: '2026-11-21T10:00:05Z',
      conditions: [{ type: 'Complete', status: 'True' }],
    });
    expect(toMigrationJob(job, [], report)).toMatchObject({
      phase: 'succeeded',
      finishedAt: '2026-11-21T10:00:05Z',
      report,
    });
  });

  it("has failed with the database's words, or else with Kubernetes'", () => {
    expect(toMigrationJob(testJob(failed), [], undefined)).toMatchObject({
      phase: 'failed',
      cause: 'DeadlineExceeded: Job was active longer than specified deadline',
    });
    const told = { ...report, error: 'LockNotAvailableError' };
    const job = toMigrationJob(testJob(failed), [], told);
    expect(job.report?.error).toBe('LockNotAvailableError');
    expect(job.cause).toBeUndefined();
  });
});

describe('newestJob', () => {
  it('is the newest migration, whatever else runs there', () => {
    const jobs = [
      testJob({ uid: '1', createdAt: '2026-11-21T10:00:00Z' }),
      testJob({ uid: '2', createdAt: '2026-11-21T11:00:00Z' }),
      testJob({
        uid: '3',
        createdAt: '2026-11-21T12:00:00Z',
        component: 'backup',
      }),
    ];
    expect(newestJob(jobs)?.uid).toBe('2');
    expect(newestJob([])).toBeUndefined();
  });
});
