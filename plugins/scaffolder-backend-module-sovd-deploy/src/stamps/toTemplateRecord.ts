import { createHash } from 'node:crypto';
import { TEMPLATE_RECORD } from '@sovd/plugin-sovd-deploy-common';
import type { Answers, TemplateRecord } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from '../environments/GeneratedFile';
import { toYaml } from '../environments/toYaml';
import { byName } from './byName';
import { policyOf } from './policyOf';

/** A file's sum as a record has it. */
export function sumOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Which template stamped a repository. */
export type TemplateVersion = TemplateRecord['template'];

/**
 * What a repository was stamped from. `application` is how the portal tells a repository
 * of its own from a foreign one of the same name; sums and policies of all stamped files
 * tell what was edited since, and what an upgrade does with it.
 *
 * @param environments - at least one, all of the same application
 * @param removed - entries of files that an earlier version stamped
 */
export function toTemplateRecord(
  environments: readonly Answers[],
  template: TemplateVersion,
  files: readonly { path: string; content: string | Uint8Array }[],
  removed: TemplateRecord['files'] = {},
): GeneratedFile {
  const record: TemplateRecord = {
    apiVersion: 'sovd.io/v1',
    kind: 'TemplateRecord',
    application: environments[0].name,
    template,
    environments: Object.fromEntries(
      [...environments]
        .sort(byName(({ environment }) => environment))
        .map(answers => [answers.environment, answers]),
    ),
    files: Object.fromEntries(
      [
        ...Object.entries(removed),
        ...files.map(
          ({ path, content }) =>
            [path, { sha256: sumOf(content), policy: policyOf(path) }] as const,
        ),
      ].sort(byName(([path]) => path)),
    ),
  };
  return { path: TEMPLATE_RECORD, content: toYaml([record]) };
}
