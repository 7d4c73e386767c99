import type {
  Change,
  Environment,
  Finding,
} from '@sovd/plugin-sovd-deploy-common';
import { blocker } from './blocker';
import type { DatabaseOutlook } from './planDatabase';

/** Of a database that wasn't looked at. */
export const nothingKnown: Pick<DatabaseOutlook, 'database' | 'wayBack'> = {
  database: { current: [], heads: [], pending: [], unreadable: [] },
  wayBack: { verdict: 'unknown', reason: 'Nothing comes that one could leave' },
};

/** One change runs at a time: a plan can be made beside it, but not be applied. */
export function toBusyFinding(change: Change): Finding {
  const { id, kind, requestedBy, version } = change;
  return {
    rule: 'change-running',
    severity: 'warning',
    headline: `A change still runs: ${kind}${version ? ` to ${version}` : ''}`,
    cause: `${requestedBy} started it (${id}). When it ends, something else may run than what this plan starts from.`,
    nextSteps: [{ label: 'Wait for its end, then plan again' }],
  };
}

/** An image tag can name a commit that was never pushed, or is gone. */
export function toUnknownCommit(
  { repositoryUrl }: Pick<Environment, 'repositoryUrl'>,
  commit: string,
): Finding {
  return blocker(
    'commit-unknown',
    `The repository has no commit ${commit.slice(0, 7)}`,
    `${repositoryUrl} doesn't give ${commit}; chart and migrations come from it.`,
    'Push the commit, or choose another version',
  );
}

/** Applying it would only restart the clock of the history. */
export function toNothingFinding(version: string): Finding {
  return blocker(
    'nothing-to-do',
    'There is nothing to change',
    `${version} runs already, with the same values, objects, database and infrastructure.`,
    'Choose another version, or change something in the repository first',
  );
}
