import { InputError } from '@backstage/errors';
import type { AnswersMigration } from './AnswersMigration';
import { compareVersions } from './compareVersions';
import { from010 } from './from010';
import { from020 } from './from020';
import { from030 } from './from030';

/** In the order of their versions; each minor or major version of the template adds one. */
export const answersMigrations: readonly AnswersMigration[] = [
  from010,
  from020,
  from030,
];

/** Whether the template has a feature that this portal has no answers for. */
function isNewer(version: string, newest: string): boolean {
  const withoutPatch = (text: string) => text.replace(/\d+$/, '0');
  return compareVersions(withoutPatch(version), withoutPatch(newest)) > 0;
}

/**
 * Brings an environment's answers from the version that asked them to the newest one.
 * Questions that nobody has answered are left out, for the defaults of tier and target.
 *
 * @param fromVersion - of the repository's `.sovd-template.yaml`
 * @throws InputError when the record names no version, or one that this portal doesn't know
 */
export function migrateAnswers(
  answers: Record<string, unknown>,
  fromVersion: string | undefined,
): Record<string, unknown> {
  if (!fromVersion) {
    throw new InputError(
      '.sovd-template.yaml names no version of the template. Set template.version to the one that the repository was stamped with, on the branch sovd-template/base too.',
    );
  }
  const newest = answersMigrations[answersMigrations.length - 1].to;
  if (isNewer(fromVersion, newest)) {
    throw new InputError(
      `The repository has version ${fromVersion} of the template, but this portal knows versions up to ${newest}. Update the portal first.`,
    );
  }
  return answersMigrations
    .filter(({ to }) => compareVersions(fromVersion, to) < 0)
    .reduce((current, { migrate }) => migrate(current), answers);
}
