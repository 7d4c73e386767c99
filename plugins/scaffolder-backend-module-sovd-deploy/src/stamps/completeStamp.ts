import { TEMPLATE_RECORD } from '@sovd/plugin-sovd-deploy-common';
import type { Answers, TemplateRecord } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from '../environments/GeneratedFile';
import { toReadme } from '../environments/toReadme';
import { toSharedFiles } from '../environments/toSharedFiles';
import { byName } from './byName';
import { toTemplateRecord } from './toTemplateRecord';
import type { TemplateVersion } from './toTemplateRecord';

/** A stamp whose own files of each environment are written already. */
export interface UnfinishedStamp {
  /** Of all environments, at least one. */
  environments: readonly Answers[];
  /** Page of the repository. */
  repositoryUrl: string;
  template: TemplateVersion;
  /** All files that lie in the repository so far. */
  files: readonly { path: string; content: string | Uint8Array }[];
  /** Entries of files that the template no longer has. */
  removed?: TemplateRecord['files'];
}

/** The text of a file that is known to hold text. */
export function textOf(content: string | Uint8Array): string {
  return typeof content === 'string'
    ? content
    : Buffer.from(content).toString('utf8');
}

/**
 * What all environments of a repository share: its generated files, the table in its
 * README, and last the record of everything that was stamped. The order in which the
 * environments come doesn't matter.
 */
export function completeStamp({
  environments,
  repositoryUrl,
  template,
  files,
  removed,
}: UnfinishedStamp): GeneratedFile[] {
  const sorted = [...environments].sort(
    byName(({ environment }) => environment),
  );
  const written = toSharedFiles(sorted, repositoryUrl);
  const readme = files.find(({ path }) => path === 'README.md');
  if (readme) {
    const content = toReadme(textOf(readme.content), sorted);
    written.push({ path: readme.path, content });
  }
  const all = new Map(
    [...files, ...written].map(file => [file.path, file] as const),
  );
  all.delete(TEMPLATE_RECORD);
  return [
    ...written,
    toTemplateRecord(sorted, template, [...all.values()], removed),
  ];
}
