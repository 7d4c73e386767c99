import { toLockHolders } from './toLockHolders';

const holder = {
  pid: 4711,
  application: 'sovd-report',
  user: 'report',
  since: '2026-11-21T11:41:07Z',
  relation: 'vehicle',
};

describe('toLockHolders', () => {
  it.each([
    [
      'all that is known',
      [holder],
      'It waited for table vehicle and gave up. Session 4711 (sovd-report, since 2026-11-21 11:41 UTC) holds the lock.',
    ],
    [
      'the role when the application has no name',
      [{ ...holder, application: undefined }],
      'It waited for table vehicle and gave up. Session 4711 (report, since 2026-11-21 11:41 UTC) holds the lock.',
    ],
    [
      "a session that the migration's role may not see",
      [{ pid: 4711, application: 'sovd-report' }],
      'It waited for a lock and gave up. Session 4711 (sovd-report) holds the lock.',
    ],
    [
      'only a process ID',
      [{ pid: 4711 }],
      'It waited for a lock and gave up. Session 4711 holds the lock.',
    ],
    [
      'a prepared transaction',
      [{ pid: 0, relation: 'vehicle' }],
      'It waited for table vehicle and gave up. A prepared transaction holds the lock.',
    ],
    [
      'more than one, of which some wait themselves',
      [holder, { pid: 12, relation: 'vehicle' }],
      'It waited for table vehicle and gave up. Session 4711 (sovd-report, since 2026-11-21 11:41 UTC), Session 12 are in its way.',
    ],
  ])('says %s', (_, holders, words) => {
    expect(toLockHolders(holders)).toBe(words);
  });

  it.each([[undefined], [[]]])('is nothing for %j', holders => {
    expect(toLockHolders(holders)).toBeUndefined();
  });
});
