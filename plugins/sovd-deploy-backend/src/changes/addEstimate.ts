import { toEstimateFile } from '@sovd/plugin-sovd-deploy-common';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentEstimator } from '../costs/EnvironmentEstimator';
import { readAnswers } from './readAnswers';
import type { ReadFile } from './ReadFile';
import { replaceSum } from './replaceSum';
import { sourcePaths } from './sourcePaths';

/** What an estimate is made anew from. */
export interface EstimateSources {
  environment: Environment;
  estimator: Pick<EnvironmentEstimator, 'estimate'>;
  /** Reads what the repository has now. */
  read: ReadFile;
}

/**
 * The files of a change with `estimate.json` for its answers, and with its sum in the
 * template's record. A repository that has no such file gets none, and one that was
 * edited by hand stays, as does one whose price nobody knows any more.
 */
export async function addEstimate(
  files: Record<string, string>,
  { environment, estimator, read }: EstimateSources,
): Promise<Record<string, string>> {
  const { templateRecord } = sourcePaths;
  const file = sourcePaths.estimate(environment);
  const former = await read(file);
  const answers = readAnswers(
    files[sourcePaths.answers(environment)],
    environment.answers,
  );
  const priced = estimator.estimate(
    answers ? { ...environment, answers } : environment,
  );
  if (!former || 'unknown' in priced) return files;
  const content = toEstimateFile(priced.estimate);
  if (content === former) return files;
  const record = files[templateRecord] ?? (await read(templateRecord));
  if (!record) return { ...files, [file]: content };
  const summed = replaceSum(record, file, content, former);
  return summed
    ? { ...files, [file]: content, [templateRecord]: summed }
    : files;
}
