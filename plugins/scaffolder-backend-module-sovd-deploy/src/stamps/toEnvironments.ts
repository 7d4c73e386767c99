import { InputError } from '@backstage/errors';
import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Answers, TemplateRecord } from '@sovd/plugin-sovd-deploy-common';
import { migrateAnswers } from '../answersMigrations/migrateAnswers';
import { byName } from './byName';

/**
 * The answers of a repository's environments, sorted by name, in the form of today.
 *
 * @throws InputError that names the environment whose answers can't be read
 */
export function toEnvironments({
  environments,
  template,
}: Pick<TemplateRecord, 'environments' | 'template'>): Answers[] {
  return Object.entries(environments)
    .sort(byName(([name]) => name))
    .map(([name, recorded]) => {
      const migrated = migrateAnswers(recorded, template.version);
      const { data, error } = answersSchema.safeParse(migrated);
      if (data) return data;
      const what = error.issues
        .map(issue => `${issue.path.join('.')}: ${issue.message}`)
        .join('\n');
      throw new InputError(
        `The answers of ${name} in .sovd-template.yaml can't be read; correct them on the branch sovd-template/base:\n${what}`,
      );
    });
}
