import { startedState } from '../__testUtils__/testChange';
import { abortChange, failChange, withStage } from './endChange';

const at = '2026-11-21T10:05:00.000Z';
const finding = {
  rule: 'r',
  severity: 'blocker',
  headline: 'It failed',
  cause: 'Because',
  nextSteps: [],
} as const;

const running = withStage(startedState(), 'stack', { phase: 'running' });
const [stage] = running.change.stages;

describe('failChange', () => {
  it('ends the stage with the finding, and skips the ones behind it', () => {
    const { change } = failChange(
      running,
      stage,
      { ...finding, nextSteps: [] },
      at,
    );
    expect(change).toMatchObject({ phase: 'failed', finding, finishedAt: at });
    expect(change.stages.map(({ phase }) => phase)).toEqual([
      'failed',
      ...Array(4).fill('skipped'),
    ]);
    expect(change.stages[0]).toMatchObject({
      summary: 'It failed',
      finishedAt: at,
    });
  });
});

describe('abortChange', () => {
  it('says in the timeline and the finding what was done', () => {
    const { change } = abortChange(running, stage, 'v1 runs again', at);
    expect(change.stages[0]).toMatchObject({
      phase: 'aborted',
      summary: 'v1 runs again',
      finishedAt: at,
    });
    expect(change).toMatchObject({
      phase: 'aborted',
      finishedAt: at,
      finding: { severity: 'info', cause: 'v1 runs again' },
    });
  });

  it('claims of no stage that it had begun', () => {
    const fresh = startedState();
    const { change } = abortChange(
      fresh,
      fresh.change.stages[0],
      'Nothing',
      at,
    );
    expect(new Set(change.stages.map(({ phase }) => phase))).toEqual(
      new Set(['skipped']),
    );
    expect(change.finding?.headline).toBe('Stopped before its end');
  });
});
