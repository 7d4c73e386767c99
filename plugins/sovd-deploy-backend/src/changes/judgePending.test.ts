import { judgePending } from './judgePending';

it('has nothing to say of a release that is deployed', () => {
  expect(judgePending({ revision: 3 })).toEqual([]);
});

it('says since when, and what comes first', () => {
  const since = '2026-11-21T10:00:00.000Z';
  const pending = { revision: 4, status: 'pending-upgrade', since };
  expect(judgePending({ revision: 3, pending })).toMatchObject([
    {
      rule: 'release-pending',
      severity: 'warning',
      headline: 'Revision 4 is pending-upgrade since 2026-11-21 10:00 UTC',
      cause: expect.stringContaining(
        'waits for the migration Job of revision 4 and goes back to revision 3',
      ),
    },
  ]);
});
