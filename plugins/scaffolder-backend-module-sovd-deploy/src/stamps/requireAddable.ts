import { isDeepStrictEqual } from 'node:util';
import { ConflictError, InputError } from '@backstage/errors';
import type { Answers } from '@sovd/plugin-sovd-deploy-common';

const ofApplication = ['name', 'description', 'owner', 'system'] as const;

function differences(
  one: Answers,
  other: Answers,
  fields: readonly (keyof Answers)[],
): string[] {
  return fields.filter(field => !isDeepStrictEqual(one[field], other[field]));
}

/**
 * Holds that an environment can join those of a repository: it is new there, or the very
 * same, and it says of the application what they say.
 *
 * @throws ConflictError when the name is taken by other answers
 * @throws InputError when it is an environment of something else
 */
export function requireAddable(
  answers: Answers,
  environments: readonly Answers[],
): void {
  const { environment } = answers;
  const same = environments.find(other => other.environment === environment);
  if (same) {
    const fields = [
      ...new Set([...Object.keys(same), ...Object.keys(answers)]),
    ];
    const other = differences(same, answers, fields as (keyof Answers)[]);
    if (other.length === 0) return;
    throw new ConflictError(
      `The repository of ${
        answers.name
      } has an environment ${environment} already, with other answers (${other.join(
        ', ',
      )}). Choose another name for the new one.`,
    );
  }
  for (const sibling of environments) {
    const other = differences(sibling, answers, ofApplication);
    if (other.length > 0) {
      throw new InputError(
        `${environment} says something else of the application than ${
          sibling.environment
        } does (${other.join(
          ', ',
        )}). Give the output application of sovd:stamp:read to sovd:environment:validate.`,
      );
    }
  }
}
