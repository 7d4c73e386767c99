import { mockServices } from '@backstage/backend-test-utils';
import type { MigrationRun } from '../databaseMigrations/MigrationRun';
import { FakeClusterObserver } from './FakeClusterObserver';
import { MigrationEvidence } from './MigrationEvidence';

const place = { cluster: 'sandbox', namespace: 'fleet-staging' };
const observedAt = '2026-11-21T10:00:00.000Z';
const run: MigrationRun = { job: 'migrate-1', uid: '1', phase: 'running' };

describe('MigrationEvidence', () => {
  const recorded: [string, MigrationRun][] = [];
  const logger = mockServices.logger.mock();
  let observer: FakeClusterObserver;
  let failing = false;

  const show = async (migrationJob?: MigrationRun, where = place) => {
    observer.show(where, { value: { migrationJob }, observedAt });
    await new Promise(setImmediate);
  };

  beforeEach(() => {
    recorded.length = 0;
    failing = false;
    logger.warn.mockClear();
    observer = new FakeClusterObserver();
    new MigrationEvidence({
      observer,
      environmentAt: async ({ namespace }) =>
        namespace === 'fleet-staging'
          ? { id: 'e1', releaseName: 'fleet-staging' }
          : undefined,
      reports: {
        record: async (id, seen) => {
          if (failing) throw new Error('disk full');
          recorded.push([id, seen]);
        },
      },
      logger,
    }).follow();
  });

  it('writes a run down each time something new is seen of it', async () => {
    await show(run);
    await show(run);
    await show({ ...run, phase: 'succeeded' });
    await show();
    expect(recorded).toEqual([
      ['e1', run],
      ['e1', { ...run, phase: 'succeeded' }],
    ]);
  });

  it('writes nothing of a namespace that is no environment', async () => {
    await show(run, { cluster: 'sandbox', namespace: 'kube-system' });
    expect(recorded).toEqual([]);
  });

  it('tries again at the next change when it could not be written', async () => {
    failing = true;
    await show(run);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('disk full'),
    );
    failing = false;
    await show(run);
    expect(recorded).toHaveLength(1);
  });
});
