import type {
  Change,
  ChangeKind,
  Environment,
} from '@sovd/plugin-sovd-deploy-common';
import { countPods } from './judgeRolloutPart';
import { OverviewFacts, Verdict, verdict } from './OverviewFacts';

/** What is being done, by kind of change; the version follows where there is one. */
const doing: Record<ChangeKind, string> = {
  create: 'is being created',
  upgrade: 'is being upgraded',
  rollback: 'is going back',
  scale: 'is being scaled',
  restart: 'is being restarted',
};

/** What a running change does now. */
export function judgeRunningChange(
  change: Change,
  environment: Pick<Environment, 'name'>,
): Verdict {
  const stage = change.stages.find(({ phase }) => phase === 'running');
  const moves = change.kind === 'upgrade' || change.kind === 'rollback';
  const to = moves && change.version ? ` to ${change.version}` : '';
  return verdict(
    'progressing',
    change.abort ? 'change-stopping' : 'change-running',
    change.abort
      ? `The ${change.kind} change is being taken back`
      : `${environment.name} ${doing[change.kind]}${to}`,
    stage?.summary ??
      (stage ? `Stage ${stage.name} is at work.` : 'It starts.'),
  );
}

/**
 * What the last change has left behind when it didn't succeed; undefined when that is
 * nothing: a change that somebody stopped has been taken back.
 */
export function judgeFailedChange({
  change,
  rollout,
}: OverviewFacts): Verdict | undefined {
  const wasTakenBack = change?.phase === 'aborted' && change.kind !== 'create';
  if (wasTakenBack) return undefined;
  if (change?.phase !== 'failed' && change?.phase !== 'aborted') {
    return undefined;
  }
  const finding = change.finding;
  const headline = finding?.headline ?? `The last change was ${change.phase}`;
  const serves =
    !headline.includes('still served by') &&
    rollout.state === 'value' &&
    !rollout.staleReason &&
    countPods(rollout.value).ready > 0
      ? `; customers are still served by ${rollout.value.version}`
      : '';
  return {
    health: 'degraded',
    headline: {
      rule: finding?.rule ?? `change-${change.phase}`,
      severity: 'blocker',
      headline: `${headline}${serves}`,
      cause: finding?.cause ?? 'It was stopped before its end.',
      nextSteps: finding?.nextSteps ?? [{ label: 'Run it again' }],
    },
  };
}
