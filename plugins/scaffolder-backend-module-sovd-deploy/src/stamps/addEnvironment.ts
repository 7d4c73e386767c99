import { TEMPLATE_RECORD } from '@sovd/plugin-sovd-deploy-common';
import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from '../environments/GeneratedFile';
import { toEnvironmentFiles } from '../environments/toEnvironmentFiles';
import type { EnvironmentSource } from '../environments/toEnvironmentFiles';
import { completeStamp, textOf } from './completeStamp';
import type { UnfinishedStamp } from './completeStamp';
import { parseTemplateRecord } from './parseTemplateRecord';
import { removedOf } from './removedOf';
import { requireAddable } from './requireAddable';
import { requireSameVersion } from './requireSameVersion';
import { toEnvironments } from './toEnvironments';

/** An environment, and the repository that it comes into. */
export type EnvironmentAddition = EnvironmentSource &
  Pick<UnfinishedStamp, 'files' | 'template'>;

function othersOf({ answers, files, template }: EnvironmentAddition): {
  others: Answers[];
  template: UnfinishedStamp['template'];
  removed?: UnfinishedStamp['removed'];
} {
  const stamped = files.find(({ path }) => path === TEMPLATE_RECORD);
  if (!stamped) return { others: [], template };
  const record = parseTemplateRecord(textOf(stamped.content));
  requireSameVersion(record, template);
  const environments = toEnvironments(record);
  requireAddable(answers, environments);
  return {
    others: environments.filter(
      ({ environment }) => environment !== answers.environment,
    ),
    template: record.template,
    removed: removedOf(record, files),
  };
}

/**
 * What an environment adds to a repository: its own files, and those that all
 * environments share. No file of another environment is among them. An environment that
 * is there with the same answers gives the bytes that are there.
 *
 * @throws ConflictError when it can't join what was stamped before
 */
export function addEnvironment(addition: EnvironmentAddition): GeneratedFile[] {
  const { answers, repositoryUrl, files } = addition;
  const { others, ...stamped } = othersOf(addition);
  const own = toEnvironmentFiles(addition);
  const names = new Set(own.map(({ path }) => path));
  const shared = completeStamp({
    environments: [...others, answers],
    repositoryUrl,
    ...stamped,
    files: [...files.filter(({ path }) => !names.has(path)), ...own],
  });
  return [...own, ...shared];
}
