import type {
  ChangePhase,
  Finding,
  Stage,
  StageName,
} from '@sovd/plugin-sovd-deploy-common';
import type { ChangeState } from './ChangeState';

/** The same state with another word about one stage. */
export function withStage(
  state: ChangeState,
  name: StageName,
  update: Partial<Stage>,
): ChangeState {
  const stages = state.change.stages.map(stage =>
    stage.name === name ? { ...stage, ...update } : stage,
  );
  return { ...state, change: { ...state.change, stages } };
}

function end(
  state: ChangeState,
  phase: ChangePhase,
  finding: Finding,
  at: string,
): ChangeState {
  const stages = state.change.stages.map((stage): Stage => {
    const unreached = stage.phase === 'pending';
    return unreached ? { ...stage, phase: 'skipped' } : stage;
  });
  const change = { ...state.change, phase, stages, finding, finishedAt: at };
  return { ...state, change };
}

/** The end of a change whose stage failed. */
export function failChange(
  state: ChangeState,
  stage: Stage,
  finding: Finding,
  at: string,
): ChangeState {
  const failed = withStage(state, stage.name, {
    phase: 'failed',
    finishedAt: at,
    summary: finding.headline,
  });
  return end(failed, 'failed', finding, at);
}

/** The end of a change that somebody stopped, once nothing of it is under way. */
export function abortChange(
  state: ChangeState,
  stage: Stage,
  summary: string,
  at: string,
): ChangeState {
  const who = state.change.abort?.requestedBy;
  const finding: Finding = {
    rule: 'change-aborted',
    severity: 'info',
    headline: who ? `Stopped by ${who}` : 'Stopped before its end',
    cause: summary,
    nextSteps: [],
  };
  const stopped =
    stage.phase === 'running'
      ? withStage(state, stage.name, {
          phase: 'aborted',
          finishedAt: at,
          summary,
        })
      : state;
  return end(stopped, 'aborted', finding, at);
}
