import type { ComponentImage } from '@sovd/plugin-sovd-deploy-common';
import type { ChangeWork } from './ChangeWork';
import { resultOf } from './stageResults';
import type { StageContext } from './StageRunner';

/** What a change is carried out with; a `create` finds its images only later. */
export type KnownWork = Omit<ChangeWork, 'images'> & {
  images?: ComponentImage[];
};

/**
 * What was planned, or for a `create` what follows from the commit that its first stage
 * has chosen.
 *
 * @throws NotFoundError when neither is there, which is a fault of ours
 */
export function workOf(
  context: Pick<StageContext, 'change' | 'results' | 'work'>,
): KnownWork {
  if (context.work) return context.work;
  return workOfCommit(resultOf(context, 'stack').commit);
}

/** Everything from one commit, with nothing on top. */
export function workOfCommit(commit: string): KnownWork {
  return {
    kind: 'create',
    commit,
    environmentCommit: commit,
    migrate: true,
    values: {},
    files: {},
  };
}
