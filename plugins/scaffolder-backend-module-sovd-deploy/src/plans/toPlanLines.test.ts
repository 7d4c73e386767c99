import type { PlanRequest } from '@sovd/plugin-sovd-deploy-common';
import { upgradePlan } from '../__testUtils__/upgradePlan';
import { toPlanLines } from './toPlanLines';

describe('toPlanLines', () => {
  it('reads section by section, also where nothing changes', () => {
    expect(toPlanLines(upgradePlan)).toEqual([
      'Upgrade resource:default/fleet-staging from sha-1f0c2ab to 2.5.0',
      'Images: backend becomes 2.5.0, now sha-1f0c2ab',
      `Images:   registry.test/sovd/fleet-backend:2.5.0@${upgradePlan.images[0].to.digest}`,
      'Settings: config.logLevel becomes "DEBUG", now "INFO"',
      'Kubernetes objects: ConfigMap fleet-staging-config changes',
      'Kubernetes objects:   data.LOG_LEVEL becomes "DEBUG", now "INFO"',
      'Kubernetes objects: 9 unchanged',
      'Database: Revision 0003 Add vehicle.note runs: only adds',
      'Database:   add_column vehicle.note',
      'Database:   backend/migrations/versions/0003_vehicle_note.py',
      'Infrastructure: nothing changes',
      'Money: nothing changes',
      'Money: the estimate stays at $440 of $800 a month',
      'Money: at its peak $583 a month',
      'Money: prices as of 2026-09-03',
      'Way back: plain, 0003 only adds.',
    ]);
  });

  it("doesn't say that the price stays where nobody knows it", () => {
    const lines = toPlanLines({ ...upgradePlan, money: undefined });
    expect(lines.filter(line => line.startsWith('Money'))).toEqual([
      'Money: no estimate: a finding says which price is unknown',
    ]);
  });

  it.each<[PlanRequest, string]>([
    [
      { kind: 'rollback', input: { revision: 4 } },
      'Roll resource:default/fleet-staging back from sha-1f0c2ab to 2.5.0',
    ],
    [
      { kind: 'scale', input: { backendMin: 4, backendMax: 10 } },
      'Scale resource:default/fleet-staging to between 4 and 10 backend pods',
    ],
    [
      { kind: 'restart', input: {} },
      'Restart the pods of resource:default/fleet-staging',
    ],
  ])('says first what %j is about', (request, title) => {
    expect(toPlanLines({ ...upgradePlan, request })[0]).toBe(title);
  });
});
