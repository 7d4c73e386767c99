import { createHash } from 'node:crypto';
import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';
import { toYaml } from './toYaml';

/** Which template stamped a repository. */
export interface TemplateVersion {
  name: string;
  /** Left out when the template doesn't say. */
  version?: string;
}

/**
 * What a repository was stamped from. `application` is how the portal tells a repository
 * of its own from a foreign one of the same name; the checksums tell which generated
 * files were edited since.
 */
export function toTemplateRecord(
  answers: Answers,
  template: TemplateVersion,
  files: readonly GeneratedFile[],
): GeneratedFile {
  const record = {
    apiVersion: 'sovd.io/v1',
    kind: 'TemplateRecord',
    application: answers.name,
    template,
    environments: { [answers.environment]: answers },
    files: Object.fromEntries(
      files.map(({ path, content }) => [
        path,
        { sha256: createHash('sha256').update(content).digest('hex') },
      ]),
    ),
  };
  return { path: '.sovd-template.yaml', content: toYaml([record]) };
}
