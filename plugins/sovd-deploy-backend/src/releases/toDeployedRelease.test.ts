import { toDeployedReleases } from './toDeployedRelease';

/** As `helm history --output json` of Helm 4.2 printed it. */
const recorded = JSON.stringify([
  {
    revision: 1,
    updated: '2026-11-21T14:10:04.123456789Z',
    status: 'superseded',
    chart: 'sovd-webapp-0.1.0',
    app_version: '',
    description: 'change one',
  },
  {
    revision: 2,
    updated: '2026-11-21T15:10:04+01:00',
    status: 'pending-upgrade',
    chart: 'sovd-webapp-1.0.0-rc.1+build.5',
    app_version: '1.0',
    description: 'Preparing upgrade',
  },
]);

describe('toDeployedReleases', () => {
  it('gives revisions newest first, with the version of the chart', () => {
    expect(toDeployedReleases(recorded)).toEqual([
      {
        revision: 2,
        status: 'pending-upgrade',
        chartVersion: '1.0.0-rc.1+build.5',
        description: 'Preparing upgrade',
        updatedAt: '2026-11-21T14:10:04.000Z',
      },
      {
        revision: 1,
        status: 'superseded',
        chartVersion: '0.1.0',
        description: 'change one',
        updatedAt: '2026-11-21T14:10:04.123Z',
      },
    ]);
  });

  it('refuses what is not a history', () => {
    expect(() => toDeployedReleases('{"items": []}')).toThrow();
  });
});
