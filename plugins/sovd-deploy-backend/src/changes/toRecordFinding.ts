import type { Environment, Finding } from '@sovd/plugin-sovd-deploy-common';
import { sourcePaths } from './sourcePaths';
import type { StageContext } from './StageRunner';
import type { WrittenRecord } from './ReleaseRecord';

type Place = Pick<StageContext, 'environment' | 'work'>;

/** What people have to know and do when the default branch doesn't say what runs. */
export function toRecordFinding(
  place: Place,
  record: Extract<WrittenRecord, { state: 'proposed' }>,
): Finding {
  const { name, repositoryUrl } = place.environment;
  const { branch, pullRequest } = record;
  const where = pullRequest
    ? `the pull request ${pullRequest.url}`
    : `the branch ${branch} of ${repositoryUrl}, of which the portal can't open a pull request`;
  return {
    rule: 'record-proposed',
    severity: 'warning',
    headline: `What runs on ${name} is to be merged`,
    cause: `The default branch takes no commits from the portal, so the record is in ${where}. ${toRisk(
      place,
    )}`,
    nextSteps: [
      pullRequest
        ? { label: 'Merge the pull request', href: pullRequest.url }
        : { label: `Open a pull request of ${branch}, and merge it` },
    ],
  };
}

/** The same where not even a branch could be pushed. */
export function toUnrecordedFinding(place: Place, reason: string): Finding {
  const { name } = place.environment;
  return {
    rule: 'record-refused',
    severity: 'warning',
    headline: `Git doesn't say what runs on ${name}`,
    cause: `The repository refused the record: ${reason}. ${toRisk(place)}`,
    nextSteps: [
      {
        label:
          "Let the portal's account push sovd/* and open pull requests; the next change records what runs then",
      },
    ],
  };
}

/** What the next change makes of a default branch that is behind. */
function toRisk({ environment, work }: Place): string {
  const file = answersIn(environment, work?.files ?? {});
  return file
    ? `Until ${file} of the default branch says it too, the next upgrade starts from the answers before, and takes back what this change has set.`
    : 'The release runs all the same.';
}

function answersIn(
  environment: Environment,
  files: Record<string, string>,
): string | undefined {
  const file = sourcePaths.answers(environment);
  return file in files ? file : undefined;
}
