import { isTerminal, stageNames } from '@sovd/plugin-sovd-deploy-common';
import fc from 'fast-check';
import { advanceChange, currentStageOf, MAX_ATTEMPTS } from './advanceChange';
import type { ChangeEvent } from './advanceChange';
import type { ChangeState } from './ChangeState';
import { startedState } from '../__testUtils__/testChange';

const finding = {
  rule: 'stack-failed',
  severity: 'blocker' as const,
  headline: 'It failed',
  cause: 'Because',
  nextSteps: [],
};
const abort = {
  requestedBy: 'user:default/ben',
  requestedAt: '1970-01-01T00:00:02.000Z',
};
const TIMEOUT = 10_000;

const outcomes: fc.Arbitrary<ChangeEvent> = fc
  .oneof(
    fc.record({
      state: fc.constant('waiting' as const),
      summary: fc.string(),
      retryAfter: fc.nat(5_000),
      checkpoint: fc.constant({ noted: true }),
    }),
    fc.record({
      state: fc.constant('succeeded' as const),
      summary: fc.string(),
      result: fc.constant({ done: true }),
    }),
    fc.record({
      state: fc.constant('succeeded' as const),
      summary: fc.string(),
      result: fc.constant({ done: true }),
      finding: fc.constant({ ...finding, severity: 'warning' as const }),
    }),
    fc.record({
      state: fc.constant('failed' as const),
      finding: fc.constant(finding),
    }),
    fc.record({
      state: fc.constant('aborted' as const),
      summary: fc.string(),
    }),
  )
  .map(outcome => ({ type: 'outcome', outcome, timeoutMs: TIMEOUT }));

const events: fc.Arbitrary<ChangeEvent> = fc.oneof(
  { weight: 3, arbitrary: outcomes },
  fc.constant<ChangeEvent>({ type: 'begun' }),
  fc.constant<ChangeEvent>({ type: 'abort-requested', abort }),
  fc.record({
    type: fc.constant('threw' as const),
    message: fc.string(),
    final: fc.boolean(),
  }),
);

function play(history: ChangeEvent[]): ChangeState[] {
  let now = 1_000;
  const states = [startedState()];
  for (const event of history) {
    now += 700;
    states.push(advanceChange(states[states.length - 1], event, now));
  }
  return states;
}

describe('advanceChange', () => {
  it('keeps its invariants, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), history => {
        for (const { change } of play(history)) {
          const phases = change.stages.map(({ phase }) => phase);
          const open = phases.filter(phase => phase === 'running');
          const unfinished = phases.findIndex(phase => phase !== 'succeeded');
          expect(change.stages.map(({ name }) => name)).toEqual(stageNames);
          expect(open.length).toBeLessThanOrEqual(1);
          // Nothing succeeds behind a stage that didn't.
          expect(phases.lastIndexOf('succeeded')).toBeLessThan(
            unfinished === -1 ? phases.length : unfinished || Infinity,
          );
          expect(change.finishedAt !== undefined).toBe(
            isTerminal(change.phase),
          );
          const wrong = change.phase === 'failed' || change.phase === 'aborted';
          expect(change.finding !== undefined || !wrong).toBe(true);
          // A change that goes well may leave something to do, which stops nobody.
          expect(change.finding?.severity === 'blocker' && !wrong).toBe(false);
          expect(phases.includes('failed')).toBe(change.phase === 'failed');
          expect(phases.includes('aborted')).toBe(
            change.phase === 'aborted' && phases.includes('aborted'),
          );
          // A terminal change leaves nothing open.
          const left = phases.filter(
            phase => phase === 'pending' || phase === 'running',
          );
          expect(left.length === 0).toBe(change.finishedAt !== undefined);
          expect(unfinished === -1).toBe(change.phase === 'succeeded');
          expect(currentStageOf(change) === undefined).toBe(
            change.finishedAt !== undefined,
          );
        }
      }),
    );
  });

  it('never leaves a terminal phase', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), history => {
        const states = play(history);
        const end = states.findIndex(({ change }) => change.finishedAt);
        fc.pre(end !== -1);
        for (const state of states.slice(end)) expect(state).toBe(states[end]);
      }),
    );
  });

  it('keeps the first request to stop, and acts on it at once', () => {
    const later = { ...abort, requestedBy: 'user:default/eve' };
    const waits: ChangeEvent = {
      type: 'outcome',
      timeoutMs: 1e9,
      outcome: {
        state: 'waiting',
        summary: 'Waiting',
        retryAfter: 60_000,
        checkpoint: {},
      },
    };
    const [, begun, waiting, asked, again] = play([
      { type: 'begun' },
      waits,
      { type: 'abort-requested', abort },
      { type: 'abort-requested', abort: later },
    ]);
    expect(begun.change.stages[0].phase).toBe('running');
    expect(waiting.nextLookAt).toBeGreaterThan(60_000);
    expect(asked).toMatchObject({ nextLookAt: 3_100, change: { abort } });
    expect(again).toBe(asked);
  });

  it('fails when what ran before cannot be brought back, and says so', () => {
    const threw: ChangeEvent = { type: 'threw', message: 'gone', final: true };
    const states = play([
      { type: 'begun' },
      { type: 'abort-requested', abort },
      threw,
    ]);
    expect(states.at(-1)?.change).toMatchObject({
      phase: 'failed',
      finding: {
        rule: 'abort-failed',
        headline: "The change was stopped, but it couldn't be taken back",
        cause: 'gone',
      },
    });
  });

  it('keeps what is left for people to do when a change succeeds', () => {
    const left = { ...finding, severity: 'warning' as const };
    const succeed = (found?: typeof left): ChangeEvent => ({
      type: 'outcome',
      timeoutMs: TIMEOUT,
      outcome: { state: 'succeeded', summary: '', result: {}, finding: found },
    });
    const begun: ChangeEvent = { type: 'begun' };
    const states = play([
      ...stageNames.slice(1).flatMap(() => [begun, succeed()]),
      begun,
      succeed(left),
    ]);
    expect(states.at(-2)?.change.finding).toBeUndefined();
    expect(states.at(-1)?.change).toMatchObject({
      phase: 'succeeded',
      finding: left,
    });
  });

  it('ends every change whose stages only ever wait', () => {
    const wait: ChangeEvent = {
      type: 'outcome',
      timeoutMs: TIMEOUT,
      outcome: {
        state: 'waiting',
        summary: 'Waiting for a Secret',
        retryAfter: 1,
        checkpoint: {},
      },
    };
    const states = play([{ type: 'begun' }, ...Array(20).fill(wait)]);
    const { change } = states[states.length - 1];
    expect(change.phase).toBe('failed');
    expect(change.finding).toMatchObject({
      rule: 'stage-timeout',
      headline: 'Stage stack took longer than 10 s',
      cause: 'Waiting for a Secret',
    });
  });

  it('waits for people without a limit, and gives the stage its whole time afterwards', () => {
    const wait = (limit?: 'none' | 'anew'): ChangeEvent => ({
      type: 'outcome',
      timeoutMs: TIMEOUT,
      outcome: {
        state: 'waiting',
        summary: 'Waiting for a merge',
        retryAfter: 1,
        checkpoint: {},
        limit,
      },
    });
    const states = play([
      { type: 'begun' },
      ...Array(30).fill(wait('none')),
      wait('anew'),
      ...Array(20).fill(wait()),
    ]);
    const phases = states.map(({ change }) => change.phase);
    expect(phases.slice(0, 33)).not.toContain('failed');
    const anew = states[32].change.stages[0];
    expect(anew.startedAt).toBe(new Date(1_000 + 32 * 700).toISOString());
    expect(states[31].change.stages[0].startedAt).toBe(
      new Date(1_700).toISOString(),
    );
    // 10 s of 700 ms steps, counted from there
    expect(phases.indexOf('failed')).toBe(32 + 15);
  });

  it('tries again after errors, later each time, and names the last one at the end', () => {
    const threw = (final: boolean): ChangeEvent => ({
      type: 'threw',
      message: 'connection refused',
      final,
    });
    let state = advanceChange(startedState(), { type: 'begun' }, 0);
    const delays: number[] = [];
    while (!state.change.finishedAt) {
      const now = state.nextLookAt;
      state = advanceChange(state, threw(false), now);
      delays.push(state.nextLookAt - now);
    }
    expect(delays.slice(0, -1)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
    expect(state.change.finding).toMatchObject({
      rule: 'stage-error',
      headline: "Stage stack couldn't be carried out",
      cause: `connection refused (tried ${MAX_ATTEMPTS} times)`,
    });
    expect(state.change.stages.map(({ phase }) => phase)).toEqual([
      'failed',
      'skipped',
      'skipped',
      'skipped',
      'skipped',
    ]);

    const once = advanceChange(startedState(), threw(true), 0);
    expect(once.change.finding?.cause).toBe('connection refused');
  });

  it('counts only errors in a row', () => {
    const threw: ChangeEvent = { type: 'threw', message: 'x', final: false };
    const wait: ChangeEvent = {
      type: 'outcome',
      timeoutMs: 1e9,
      outcome: {
        state: 'waiting',
        summary: 's',
        retryAfter: 1,
        checkpoint: { seen: 1 },
        version: 'sha-1234567',
      },
    };
    const [, , third, last] = play([threw, threw, wait]);
    expect(third.attempts).toBe(2);
    expect(last).toMatchObject({
      attempts: 0,
      checkpoints: { stack: { seen: 1 } },
      change: { version: 'sha-1234567' },
    });
  });
});
