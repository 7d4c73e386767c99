import {
  tagOf,
  versionOf,
  type Rollout,
  type Workload,
} from '@sovd/plugin-sovd-deploy-common';
import { OverviewFacts, Verdict, verdict } from './OverviewFacts';

/** How the workloads are, from what is known of them. */
export function judgeRolloutPart(facts: OverviewFacts): Verdict {
  const { rollout: part, environment } = facts;
  switch (part.state) {
    case 'error':
      return verdict(
        'unknown',
        'cluster-unreachable',
        `The cluster ${environment.cluster} can't be reached`,
        part.reason,
        'Look at the cluster; the portal goes on trying',
      );
    case 'forbidden':
      return verdict(
        'unknown',
        'cluster-forbidden',
        'You may not see this',
        `You need the permission ${part.permission}. ${part.askWhom} can give it.`,
      );
    case 'absent':
      return verdict('unknown', 'not-deployed', part.headline, part.reason);
    default:
      return part.staleReason
        ? judgeStale(part.value, part.staleReason)
        : judge(part.value, facts);
  }
}

function judgeStale(rollout: Rollout, reason: string): Verdict {
  const word = rollout.phase === 'succeeded' ? 'healthy' : rollout.phase;
  return verdict(
    'unknown',
    'rollout-stale',
    `State unknown. Last seen ${word}.`,
    reason,
    'Look at the cluster; the portal goes on trying',
  );
}

function judge(rollout: Rollout, facts: OverviewFacts): Verdict {
  const failing = rollout.workloads.find(({ cause }) => cause);
  if (failing) return judgeFailing(failing, facts);
  const { ready, desired } = countPods(rollout);
  if (rollout.phase === 'failed' || rollout.phase === 'aborted') {
    return verdict(
      'degraded',
      'rollout-failed',
      `The rollout of ${rollout.version} ${rollout.phase}`,
      `${ready} of ${desired} pods are ready.`,
    );
  }
  if (rollout.phase === 'succeeded') {
    return verdict(
      'healthy',
      'runs',
      `Runs ${rollout.version}; all ${desired} pods are ready`,
      `Revision ${rollout.revision}.`,
    );
  }
  const how = rollout.phase === 'paused' ? 'is held' : 'rolls out';
  return verdict(
    'progressing',
    'rolls-out',
    `${rollout.version} ${how}; ${ready} of ${desired} pods are ready`,
    `Revision ${rollout.revision}.`,
  );
}

function judgeFailing(workload: Workload, facts: OverviewFacts): Verdict {
  const { component, readyOld, readyNew, notReady, desired } = workload;
  const serving = readyOld + readyNew;
  const counts = `${serving} of ${desired} pods are ready.`;
  const pod = workload.causePod ? `Pod ${workload.causePod}: ` : '';
  const cause = `${pod}${workload.cause}. ${counts}`;
  const steps = ['Read the log of that pod'];
  if (readyNew > 0) {
    return verdict(
      'degraded',
      'pods-failing',
      `${notReady} of ${desired} ${component} pods of ${workload.version} don't run`,
      cause,
      ...steps,
    );
  }
  return verdict(
    'degraded',
    'pods-cannot-start',
    readyOld > 0
      ? `New ${component} pods can't start; customers are still served by ${formerVersion(
          workload,
          facts,
        )}`
      : `${capital(component)} pods of ${
          workload.version
        } can't start; no pod serves customers`,
    cause,
    ...steps,
  );
}

/** The portal's record is of what was deployed last with success. */
function formerVersion({ version }: Workload, { release }: OverviewFacts) {
  const recorded =
    release.state === 'value'
      ? versionOf(tagOf(release.value.images))
      : undefined;
  return recorded && recorded !== version ? recorded : 'the version before';
}

/** Pods that are ready and that should be, over all workloads. */
export function countPods({ workloads }: Rollout) {
  const sum = (of: (workload: Workload) => number) =>
    workloads.reduce((total, workload) => total + of(workload), 0);
  return {
    // a rollout adds pods before it takes others away
    ready: sum(({ desired, readyOld, readyNew }) =>
      Math.min(desired, readyOld + readyNew),
    ),
    desired: sum(({ desired }) => desired),
  };
}

function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase('en-US') + word.slice(1);
}
