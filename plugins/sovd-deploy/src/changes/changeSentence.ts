import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { stageTitle } from './stageTitle';

/** What a change is, in the words of the history. */
export function changeTitle({ kind, version }: Change): string {
  switch (kind) {
    case 'create':
      return version ? `Create with ${version}` : 'Create';
    default:
      return kind satisfies never;
  }
}

/** Where a change is now, in one sentence. */
export function changeSentence(change: Change): string {
  const { phase, stages, finding } = change;
  const running = stages.find(stage => stage.phase === 'running');
  const failed = stages.find(stage => stage.phase === 'failed');
  switch (phase) {
    case 'planned':
      return 'It waits for a free worker; nothing has been changed yet.';
    case 'running': {
      if (!running) return 'It goes on to the next stage.';
      const { name, summary } = running;
      return `${stageTitle[name]}: ${summary ?? 'it has begun'}`;
    }
    case 'failed': {
      const where = failed ? `${stageTitle[failed.name]} failed` : 'It failed';
      return finding ? `${where}. ${finding.headline}` : where;
    }
    case 'aborted':
      return 'It was stopped before its end.';
    case 'succeeded':
      return 'It is done.';
    default:
      return phase satisfies never;
  }
}
