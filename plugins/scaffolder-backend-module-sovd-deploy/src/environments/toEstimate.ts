import { toEstimateFile } from '@sovd/plugin-sovd-deploy-common';
import type { Answers, Estimate } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';

/** What the environment would cost, line by line. */
export function toEstimate(
  answers: Pick<Answers, 'environment'>,
  estimate: Estimate,
): GeneratedFile {
  return {
    path: `environments/${answers.environment}/estimate.json`,
    content: toEstimateFile(estimate),
  };
}
