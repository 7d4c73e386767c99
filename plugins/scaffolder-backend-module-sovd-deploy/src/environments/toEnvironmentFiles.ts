import type { Answers, Target } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';
import { toBootstrap } from './toBootstrap';
import { toCatalogInfo } from './toCatalogInfo';
import { toEnvironmentFile } from './toEnvironmentFile';
import { toStackParameters } from './toStackParameters';
import { toTemplateRecord } from './toTemplateRecord';
import type { TemplateVersion } from './toTemplateRecord';
import { toValues } from './toValues';

/** What the files of one environment are made from. */
export interface EnvironmentSource {
  answers: Answers;
  target: Pick<Target, 'accountId' | 'region'>;
  /** Page of the repository, for people and the catalog. */
  repositoryUrl: string;
  template: TemplateVersion;
}

/** All generated files of one environment; the same source gives the same bytes. */
export function toEnvironmentFiles(source: EnvironmentSource): GeneratedFile[] {
  const { answers, target, repositoryUrl, template } = source;
  const files = [
    toEnvironmentFile(answers),
    toValues(answers),
    toStackParameters(answers),
    ...toBootstrap(answers, target),
    toCatalogInfo(answers, repositoryUrl),
  ];
  return [...files, toTemplateRecord(answers, template, files)];
}
