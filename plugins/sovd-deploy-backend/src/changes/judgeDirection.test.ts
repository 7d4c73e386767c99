import type { PlanRequest, WayBack } from '@sovd/plugin-sovd-deploy-common';
import { judgeDirection } from './judgeDirection';

const upgrade: PlanRequest = { kind: 'upgrade', input: { version: 'v1' } };
const rollback: PlanRequest = { kind: 'rollback', input: { revision: 1 } };
const wayBack = (verdict: WayBack['verdict']): WayBack => ({
  verdict,
  reason: 'Because of 0002',
});
const judge = (
  request: PlanRequest,
  verdict: WayBack['verdict'],
  ahead: boolean,
) => judgeDirection(request, 'v1', { ahead, wayBack: wayBack(verdict) });

describe('judgeDirection', () => {
  it.each(['guarded', 'impossible', 'unknown'] as const)(
    'refuses a way back that is %s, with the reason',
    verdict => {
      expect(judge(rollback, verdict, true)).toMatchObject([
        {
          rule: `way-back-${verdict}`,
          severity: 'blocker',
          headline: expect.stringContaining('v1'),
          cause: 'Because of 0002.',
        },
      ]);
    },
  );

  it('lets a plain way back pass', () => {
    expect(judge(rollback, 'plain', true)).toEqual([]);
  });

  it('lets an upgrade pass whatever its way back, as long as it goes forwards', () => {
    expect(judge(upgrade, 'impossible', false)).toEqual([]);
    expect(judge(upgrade, 'plain', true)).toMatchObject([
      { rule: 'database-ahead', severity: 'blocker' },
    ]);
  });

  it('lets a version that runs already be scaled and restarted', () => {
    const restart: PlanRequest = { kind: 'restart', input: {} };
    expect(judge(restart, 'guarded', true)).toEqual([]);
  });
});
