import type { Workload } from '@sovd/plugin-sovd-deploy-common';
import type { VerifiedFacts } from './toVerifyFailure';
import { isCrashing, toPodFailure, toVerifyFailure } from './toVerifyFailure';

const release = { revision: 2, name: 'fleet-staging' };
const report = { current: ['1'], heads: ['1'], applied: ['1'], durationMs: 1 };
const run = { job: 'm', uid: '0', phase: 'succeeded' as const, report };

function factsWith(
  workload: Partial<Workload>,
  facts: Partial<VerifiedFacts> = {},
  revision = 2,
): VerifiedFacts {
  return {
    release,
    missing: 'fleet-backend has 0 of 1 new pods ready',
    observed: {
      observedAt: '2026-11-21T10:00:00.000Z',
      value: {
        rollout: {
          phase: 'running',
          revision,
          version: 'v2',
          workloads: [
            {
              name: 'fleet-backend',
              kind: 'Deployment',
              component: 'backend',
              version: 'v2',
              image: 'i',
              desired: 1,
              readyOld: 0,
              readyNew: 0,
              notReady: 1,
              ...workload,
            },
          ],
        },
      },
    },
    run,
    ...facts,
  };
}

describe('toVerifyFailure', () => {
  it.each([
    ["CrashLoopBackOff: KeyError: 'JWT_ISSUER' (2 restarts)", true],
    ['CrashLoopBackOff after OOMKilled (1 restart)', true],
    ['Error (exit code 1): no such table', true],
    ['ImagePullBackOff: no such host', false],
    ['Unschedulable: 0/3 nodes are available', false],
    [undefined, false],
  ])('knows whether %j is a crash', (cause, crashes) => {
    expect(isCrashing(factsWith({ cause }))).toBe(crashes);
  });

  it('says one line of what a pod said, and all of it as the cause', () => {
    const cause = `Error (exit code 1): ${'x'.repeat(300)}\nTraceback`;
    const found = toPodFailure(factsWith({ cause, causePod: 'p' }));
    expect(found?.headline).toMatch(/^Pod p doesn't stay up: Error .*x…$/);
    expect(found?.headline.length).toBeLessThan(200);
    expect(found?.cause).toContain(cause);
    expect(toPodFailure(factsWith({ cause: 'Evicted' }))?.headline).toBe(
      "A pod of backend doesn't stay up: Evicted",
    );
  });

  it('says what stopped the migration before what the pods make of it', () => {
    const error = 'relation "vehicles" already exists';
    const stopped = { ...run, report: { ...report, current: [], error } };
    const facts = factsWith({ cause: 'Evicted' }, { run: stopped });
    expect(toVerifyFailure(facts)).toMatchObject({
      rule: 'database-not-at-head',
      headline: `The database migration stopped: ${error}`,
      cause: `Job m reported ${error}; the schema stands at no revision, and the image wants 1`,
    });
  });

  it('holds no other release against this one, and nothing that is only old news', () => {
    const cause = 'CrashLoopBackOff';
    const other = factsWith({ cause }, {}, 3);
    expect(toVerifyFailure(other)).toBeUndefined();
    expect(isCrashing(other)).toBe(false);
    const { observed } = factsWith({ cause });
    const stale = { ...observed, staleReason: 'connection refused' };
    const behind = { ...run, report: { ...report, current: [] } };
    const facts = factsWith({}, { observed: stale, run: behind });
    expect(toVerifyFailure(facts)).toBeUndefined();
    expect(isCrashing(facts)).toBe(false);
  });
});
