import { databaseMigration } from '../__testUtils__/overviews';
import { headOf } from './headOf';

describe('headOf', () => {
  it.each([
    [{}, 'At head', 'positive'],
    [{ atHead: false }, 'Behind head', 'neutral'],
    [{ heads: ['0003', '0004'], atHead: false }, '2 heads', 'negative'],
    [{ phase: 'running' as const }, 'Migrating', 'progress'],
    // The schema may stand at its head, yet the failed run is what counts.
    [{ phase: 'failed' as const }, 'Last run failed', 'negative'],
  ])('%j', (difference, label, intent) => {
    expect(headOf({ ...databaseMigration, ...difference })).toMatchObject({
      label,
      intent,
    });
  });
});
