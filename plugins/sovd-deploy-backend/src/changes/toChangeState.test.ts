import { plannedWork, startedState } from '../__testUtils__/testChange';
import {
  toChangeColumns,
  toChangeState,
  toStageColumns,
} from './toChangeState';
import type { ChangeState } from './ChangeState';

const started = startedState();

/** What a database gives back for a state. */
function throughRows(state: ChangeState, nextLookAt: number | string) {
  const { change } = state;
  return toChangeState(
    {
      sequence: 1,
      id: change.id,
      environment_id: '1',
      entity_ref: change.environmentRef,
      kind: change.kind,
      requested_by: change.requestedBy,
      reason: change.reason ?? null,
      from_version: change.fromVersion ?? null,
      plan_digest: change.planDigest ?? null,
      work: state.work ? JSON.stringify(state.work) : null,
      abort_requested_by: change.abort?.requestedBy ?? null,
      abort_requested_at: change.abort?.requestedAt ?? null,
      created_at: change.createdAt,
      ...toChangeColumns(state),
      next_look_at: nextLookAt,
    },
    toStageColumns(state).map(stage => ({ ...stage, change_id: change.id })),
  );
}

describe('toChangeState', () => {
  it('reads a fresh change back', () => {
    const state = throughRows(started, 0);
    expect(state).toMatchObject({ ...started, checkpoints: { stack: {} } });
    expect(state.results).toEqual({});
  });

  it('reads everything back that a step may have noted', () => {
    const [stack, ...others] = started.change.stages;
    const state: ChangeState = {
      change: {
        ...started.change,
        phase: 'failed',
        reason: 'First',
        version: 'sha-1234567',
        fromVersion: 'v1.0.0',
        planDigest: `sha256:${'d'.repeat(64)}`,
        revision: 4,
        abort: {
          requestedBy: 'user:default/ben',
          requestedAt: '2026-11-21T10:00:30.000Z',
        },
        finishedAt: '2026-11-21T10:01:00.000Z',
        finding: {
          rule: 'stack-failed',
          severity: 'blocker',
          headline: 'h',
          cause: 'c',
          nextSteps: [{ label: 'l' }],
        },
        stages: [
          {
            ...stack,
            phase: 'failed',
            startedAt: '2026-11-21T10:00:00.000Z',
            finishedAt: '2026-11-21T10:01:00.000Z',
            summary: 'Failed',
          },
          ...others,
        ],
      },
      work: plannedWork(),
      checkpoints: {
        stack: { commit: 'c' },
        bootstrap: {},
        release: {},
        verify: {},
        record: {},
      },
      results: { stack: { outputs: {} }, release: { revision: 4 } },
      attempts: 3,
      nextLookAt: 1_795_255_200_000,
    };
    // PostgreSQL gives big integers as text.
    expect(throughRows(state, '1795255200000')).toEqual(state);
  });

  it('refuses rows that no version of the plugin wrote', () => {
    const change = { ...started.change, phase: 'paused' as 'running' };
    expect(() => throughRows({ ...started, change }, 0)).toThrow('phase');
  });
});
