import {
  worstOf,
  type Change,
  type DatabaseMigration,
  type Health,
} from '@sovd/plugin-sovd-deploy-common';
import { judgeFailedChange, judgeRunningChange } from './judgeChange';
import { countPods, judgeRolloutPart } from './judgeRolloutPart';
import { OverviewFacts, Verdict, verdict } from './OverviewFacts';

/**
 * The answer before the evidence: the worst of all parts, and of those the first cause.
 * Unknown is never green: a part that can't be asked is worse than one that is on its way.
 */
export function toHeadline(facts: OverviewFacts): Verdict {
  const { change } = facts;
  const neverDeployed =
    facts.release.state === 'absent' && facts.rollout.state === 'absent';
  if (change?.phase === 'running') {
    const running = judgeRunningChange(change, facts.environment);
    // while nothing stands yet, only what is being made can be judged
    if (neverDeployed) return running;
    return worst([judgeRolloutPart(facts), judgeDatabase(facts), running]);
  }
  const failed = judgeFailedChange(facts);
  if (neverDeployed) return failed ?? judgeNeverDeployed(facts);
  return worst([
    ...(failed ? [failed] : []),
    judgeDatabase(facts),
    judgeRolloutPart(facts),
    judgeStack(facts),
  ]);
}

/** Of equal health the first, so causes are given in the order in which they follow. */
function worst(verdicts: readonly Verdict[]): Verdict {
  const health = worstOf(verdicts.map(item => item.health));
  const found = verdicts.find(item => item.health === health) ?? verdicts[0];
  if (health !== 'healthy') return found;
  return verdicts.find(({ headline }) => headline.rule === 'runs') ?? found;
}

function judgeNeverDeployed({ stack, release }: OverviewFacts): Verdict {
  const stands = stack.state === 'value' ? 'The cloud stack stands; ' : '';
  const reason =
    release.state === 'absent' ? release.reason : 'no release was rolled out.';
  return verdict(
    'unknown',
    'not-deployed',
    'Not deployed yet',
    stands ? `${stands}no release was ever rolled out.` : reason,
    'Start the first deployment',
  );
}

function judgeDatabase({
  change,
  databaseMigration: part,
  rollout,
}: OverviewFacts): Verdict {
  if (part.state !== 'value') {
    const health: Health = part.state === 'absent' ? 'healthy' : 'unknown';
    const why = part.state === 'error' ? part.reason : 'No report is known.';
    return verdict(health, 'database-unknown', 'Database state unknown', why);
  }
  const { phase, current, heads, revision, cause, atHead, sqlState } =
    part.value;
  const stands = `The schema stands at ${current.join(', ') || 'no revision'}.`;
  if (phase === 'failed') {
    // the running change makes its own attempt, which has not come yet
    if (change?.phase === 'running' && isOlder(part.value, change)) {
      const headline = 'The database migration is yet to run';
      return verdict('progressing', 'database-migrates', headline, stands);
    }
    const code = sqlState ? ` (SQLSTATE ${sqlState})` : '';
    const untouched =
      rollout.state === 'value' && countPods(rollout.value).ready > 0
        ? `; ${rollout.value.version} still runs`
        : '';
    return verdict(
      'degraded',
      'database-migration-failed',
      `Database migration${revision ? ` ${revision}` : ''} stopped${untouched}`,
      `${(cause ?? 'It left no report').replace(/\.$/, '')}${code}. ${stands}`,
      'Remove the cause, then run again',
    );
  }
  if (phase !== 'succeeded') {
    return verdict(
      'progressing',
      'database-migrates',
      'The database migration is under way',
      cause ?? stands,
    );
  }
  return atHead
    ? verdict('healthy', 'database-at-head', 'Database at head', stands)
    : verdict(
        'degraded',
        'database-behind',
        "The database isn't at head",
        `${stands} The image knows ${heads.join(', ')}.`,
      );
}

function isOlder({ startedAt }: DatabaseMigration, { createdAt }: Change) {
  return !startedAt || Date.parse(startedAt) < Date.parse(createdAt);
}

function judgeStack({ stack: part }: OverviewFacts): Verdict {
  const stale = part.state === 'value' && part.staleReason;
  if (part.state === 'error' || stale) {
    const reason = part.state === 'error' ? part.reason : `${stale}`;
    const headline = 'The state of the cloud stack is unknown';
    return verdict('unknown', 'stack-unknown', headline, reason);
  }
  if (part.state !== 'value') {
    const headline = 'The cloud stack is gone';
    const cause = 'A release runs, but its stack is no longer there.';
    return verdict('degraded', 'stack-absent', headline, cause);
  }
  const { name, phase, providerStatus, cause } = part.value;
  const why = cause ?? `It is ${providerStatus}.`;
  switch (phase) {
    case 'ready':
      return cause
        ? verdict(
            'degraded',
            'stack-rolled-back',
            'Stack update went back',
            why,
          )
        : verdict('healthy', 'stack-ready', `Stack ${name} is ready`, why);
    case 'failed':
      return verdict('degraded', 'stack-failed', `Stack ${name} failed`, why);
    default:
      return verdict(
        'progressing',
        'stack-changes',
        `Stack ${name} is ${phase}`,
        why,
      );
  }
}
