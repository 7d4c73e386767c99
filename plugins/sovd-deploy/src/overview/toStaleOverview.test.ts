import {
  healthyOverview,
  partsMissingOverview,
} from '../__testUtils__/overviews';
import { toStaleOverview } from './toStaleOverview';

describe('toStaleOverview', () => {
  it('knows what was seen last, and that nobody knows now', () => {
    const { health, headline } = toStaleOverview(healthyOverview, 'So.');
    expect(health).toBe('unknown');
    expect(headline.headline).toBe('State unknown. Last seen healthy.');
    expect(headline.cause).toContain('So.');
  });

  it('leaves alone what was no value, and the older of two reasons', () => {
    const stale = toStaleOverview(partsMissingOverview, 'So.');
    expect(stale.headline.headline).toBe('State unknown.');
    expect(stale.rollout).toEqual(partsMissingOverview.rollout);
    expect(stale.stack).toEqual(partsMissingOverview.stack);
    expect(stale.databaseMigration).toEqual(
      partsMissingOverview.databaseMigration,
    );
  });
});
