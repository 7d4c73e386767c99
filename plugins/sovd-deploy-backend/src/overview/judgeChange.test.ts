import type { Change, ChangeKind } from '@sovd/plugin-sovd-deploy-common';
import { judgeRunningChange } from './judgeChange';

const change: Change = {
  id: 'c1',
  environmentRef: 'resource:default/fleet-staging',
  kind: 'create',
  phase: 'running',
  version: '2.5.0',
  stages: [{ name: 'stack', phase: 'pending' }],
  requestedBy: 'user:default/guest',
  createdAt: '2026-11-21T10:00:00.000Z',
};

describe('judgeRunningChange', () => {
  it.each<[ChangeKind, string]>([
    ['create', 'fleet-staging is being created'],
    ['upgrade', 'fleet-staging is being upgraded to 2.5.0'],
    ['rollback', 'fleet-staging is going back to 2.5.0'],
    ['scale', 'fleet-staging is being scaled'],
    ['restart', 'fleet-staging is being restarted'],
  ])('says of %s what is done', (kind, headline) => {
    const verdict = judgeRunningChange(
      { ...change, kind },
      { name: 'fleet-staging' },
    );
    expect(verdict).toMatchObject({
      health: 'progressing',
      headline: { headline, cause: 'It starts.' },
    });
  });
});
