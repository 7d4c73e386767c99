import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { nameOf } from '../kit/nameOf';
import { stageTitle } from './stageTitle';

/** What a change is, in the words of the history. */
export function changeTitle(change: Change): string {
  const { kind, version, fromVersion } = change;
  const from = fromVersion ? ` from ${fromVersion}` : '';
  const to = version ? ` to ${version}` : '';
  switch (kind) {
    case 'create':
      return version ? `Create with ${version}` : 'Create';
    case 'upgrade':
      return `Upgrade${from}${to}`;
    case 'rollback':
      return `Roll back${from}${to}`;
    case 'scale':
      return 'Scale';
    case 'restart':
      return 'Restart';
    default:
      return kind satisfies never;
  }
}

/** What a change takes back, when it does. */
export function rollbackOf({ kind, fromVersion }: Change): string | undefined {
  if (kind !== 'rollback') return undefined;
  return fromVersion ? `Rollback of ${fromVersion}` : 'Rollback';
}

/**
 * Where a change is now, in one sentence.
 *
 * @param options - `isCauseTold`: what came of it stands beside
 */
export function changeSentence(
  change: Change,
  { isCauseTold }: { isCauseTold?: boolean } = {},
): string {
  const { phase, stages, finding } = change;
  const running = stages.find(stage => stage.phase === 'running');
  const failed = stages.find(stage => stage.phase === 'failed');
  switch (phase) {
    case 'planned':
      return 'It waits for a free worker; nothing has been changed yet.';
    case 'running': {
      if (change.abort) {
        return `${nameOf(
          change.abort.requestedBy,
        )} asked for its end: it stops and goes back.`;
      }
      if (!running) return 'It goes on to the next stage.';
      const { name, summary } = running;
      return `${stageTitle[name]}: ${summary ?? 'it has begun'}`;
    }
    case 'failed': {
      const where = failed ? `${stageTitle[failed.name]} failed` : 'It failed';
      if (isCauseTold) return `${where}.`;
      return finding ? `${where}. ${finding.headline}` : where;
    }
    case 'aborted':
      return (
        (!isCauseTold && finding?.headline) || 'It was stopped before its end.'
      );
    case 'succeeded':
      return 'It is done.';
    default:
      return phase satisfies never;
  }
}
